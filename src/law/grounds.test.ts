import { describe, expect, it } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import { type GroundFacts, groundsFor } from './grounds.ts';

const law = await loadLaw();
const quiet: GroundFacts = {
  at: Date.parse('2026-11-26T12:00:00+05:00'),
  verdict: 'allow',
  hits: [],
  amountMinor: 150_000_00,
  currency: 'KZT',
  channel: 'transfer',
  purpose: 'unknown',
};
const found = (change: Partial<GroundFacts>) => groundsFor(law.grounds, { ...quiet, ...change });
const kinds = (change: Partial<GroundFacts>) =>
  found(change).grounds.map(({ kind, subject }) =>
    subject === null ? kind : `${kind}/${subject}`,
  );

describe('grounds of a transfer', () => {
  it.each([
    ['nothing', {}, [], 'none', false, false, false],
    ['review is no ground', { verdict: 'review' }, [], 'none', false, false, false],
    [
      'the verdict permits, a person decides',
      { verdict: 'hold' },
      ['internal_rules'],
      'permitted',
      false,
      true,
      false,
    ],
    [
      'payee in the base of events: hold first, and the bank answers for paying',
      { hits: [{ subject: 'payee', kind: 'events' }] },
      ['party_in_events/payee'],
      'required',
      true,
      true,
      false,
    ],
    [
      'payer in the base of events: no duty to refund',
      { hits: [{ subject: 'payer', kind: 'events' }] },
      ['party_in_events/payer'],
      'required',
      false,
      true,
      false,
    ],
    [
      'payee in the base of attempts: hold first, no duty to refund',
      { hits: [{ subject: 'payee', kind: 'attempts' }] },
      ['party_in_attempts/payee'],
      'required',
      false,
      true,
      false,
    ],
    [
      'freezing may be told and need not be',
      { hits: [{ subject: 'payer', kind: 'terror' }] },
      ['terror_list/payer'],
      'required',
      false,
      false,
      false,
    ],
    [
      'three lists of the bank’s own are one ground',
      {
        hits: [
          { subject: 'payee', kind: 'internal' },
          { subject: 'payee', kind: 'dropper' },
          { subject: 'payee', kind: 'cooperating_bank' },
        ],
      },
      ['internal_rules/payee'],
      'permitted',
      false,
      true,
      false,
    ],
    [
      'a threshold is reported, not stopped, and not told',
      { purpose: 'gift', amountMinor: 7_000_000_00 },
      ['threshold'],
      'none',
      false,
      false,
      true,
    ],
    [
      'a tiyn below is nothing',
      { purpose: 'gift', amountMinor: 6_999_999_99 },
      [],
      'none',
      false,
      false,
      false,
    ],
    [
      'thresholds speak of tenge',
      { purpose: 'gift', amountMinor: 7_000_000_00, currency: 'USD' },
      [],
      'none',
      false,
      false,
      false,
    ],
    [
      'digital assets are a threshold since May 2026 only',
      {
        channel: 'exchange',
        amountMinor: 5_000_000_00,
        at: Date.parse('2026-04-30T23:59:59+05:00'),
      },
      [],
      'none',
      false,
      false,
      false,
    ],
  ] as const)('%s', (_, change, wanted, before, refund, must, mayNot) => {
    expect(kinds(change as Partial<GroundFacts>)).toEqual(wanted);
    const { holdBefore, refundRisk, mustInform, mayNotTell } = found(
      change as Partial<GroundFacts>,
    );
    expect([holdBefore, refundRisk, mustInform, mayNotTell]).toEqual([
      before,
      refund,
      must,
      mayNot,
    ]);
  });

  it('puts the weightiest first, whatever the order of the hits', () => {
    const hits = [
      { subject: 'payer', kind: 'internal' },
      { subject: 'payee', kind: 'events' },
      { subject: 'payee', kind: 'terror' },
      { subject: 'payer', kind: 'terror' },
    ] as const;
    const wanted = [
      'terror_list/payer',
      'terror_list/payee',
      'party_in_events/payee',
      'internal_rules/payer',
      'internal_rules',
    ];
    expect(kinds({ hits, verdict: 'hold' })).toEqual(wanted);
    expect(kinds({ hits: [...hits].reverse(), verdict: 'hold' })).toEqual(wanted);
  });

  it('never calls an operation suspicious: that is a person’s word', () => {
    const all = [
      'terror',
      'sanctions',
      'events',
      'attempts',
      'dropper',
      'cooperating_bank',
      'internal',
    ] as const;
    const hits = all.flatMap((kind) => [
      { subject: 'payer' as const, kind },
      { subject: 'payee' as const, kind },
    ]);
    expect(kinds({ hits, verdict: 'hold', amountMinor: 1e12 })).not.toContain('aml_suspicion');
  });

  it('names provisions that are described', () => {
    for (const { provision, tellBy } of law.grounds.rules.values()) {
      expect(law.provisions.get(provision)?.text.kk).toBeTruthy();
      expect(law.provisions.get(tellBy)?.article).toBeTruthy();
    }
  });

  it('gives plain data that survives JSON', () => {
    const grounds = found({ hits: [{ subject: 'payee', kind: 'events' }] }).grounds;
    expect(JSON.parse(JSON.stringify(grounds))).toEqual(grounds);
  });
});
