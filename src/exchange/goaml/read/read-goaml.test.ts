import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseFileFixture } from '../../../domain/case/case-file.fixture.ts';
import type { CaseFile } from '../../../domain/case/case-file.ts';
import { codeTablesSchema } from '../code-tables.ts';
import { randomCase } from '../random-case.fixture.ts';
import { type GoamlOptions, writeGoaml } from '../write-goaml.ts';
import { readGoaml } from './read-goaml.ts';

const tables = codeTablesSchema.parse(parse(readFileSync('data/goaml/default.yaml', 'utf8')));
const file = caseFileFixture();
const written = (of: CaseFile, form: NonNullable<GoamlOptions['form']> = 'sides') => {
  const report = writeGoaml(of, {
    tables,
    rentityId: 77,
    form,
    rates: { RUB: 5.5, JPY: 3.1, KWD: 1_700 },
  });
  if (!report.ok) throw new Error(report.problem.code);
  return report.value.bytes;
};
const readBack = (bytes: Uint8Array) => {
  const read = readGoaml(bytes, { tables, tlp: 'amber' });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};

/** What goAML cannot say apart: 'no' and 'not told' of a politically exposed person, citizenship and residence of a house, … */
const sayable = ({ parties, accounts, transfers, posts }: CaseFile) => {
  const holder = new Map(parties.map(({ id }, i) => [id, i]));
  const place = new Map(accounts.map(({ id }, i) => [id, i]));
  return {
    parties: parties.map(({ id: _, pep, origin, personName, document, resident, ...party }) => ({
      ...party,
      pep: pep === true,
      resident: party.kind === 'person' ? resident : null,
      personName: party.kind === 'person' ? personName : null,
      document: document === null ? null : { ...document, series: null },
      phones: [...party.phones],
    })),
    accounts: accounts.map(({ id: _, holder: whose, origin, ...account }) => ({
      ...account,
      holder: whose === null ? null : holder.get(whose),
    })),
    transfers: transfers.map(({ origin, payer, payee, ...transfer }) => ({
      ...transfer,
      payer: place.get(payer),
      payee: place.get(payee),
    })),
    posts: posts.map(({ origin, lang, asks, campaign, ...post }) => post),
  };
};

test.each(['sides', 'parties'] as const)('the fixture comes back as it was, %s', (form) => {
  const facts = readBack(written(file, form));
  const seen = new Map(
    file.contacts.flatMap(({ kind, value, seenWith }) =>
      kind === 'phone' ? seenWith.map((id) => [id, value]) : [],
    ),
  );
  // A phone that was seen with a person is one of his in a report.
  const parties = file.parties.map((party) => ({
    ...party,
    phones: [...party.phones, ...(seen.has(party.id) ? [seen.get(party.id)!] : [])],
  }));
  expect(sayable({ ...file, ...facts } as CaseFile)).toEqual(sayable({ ...file, parties }));
  expect(facts).toMatchObject({
    format: 'goaml',
    sender: { code: 'rentity-77' },
    tlp: 'amber',
    caseNumber: 'KZ-2026-000001',
    madeAt: file.asOf,
  });
  expect(facts.parties[0]?.id).toBe('c1');
  expect(facts.parties[0]?.origin).toEqual({
    packageId: 0,
    from: 'rentity-77',
    tlp: 'amber',
    namedTo: [],
  });
  expect(facts.signals[0]?.text).toContain('за 12 минут');
  expect(facts.left.map(({ what }) => what)).toEqual(['additional_info']);
});

test('a transfer in another currency comes back in it', () => {
  const transfers = file.transfers.map((t) => ({ ...t, currency: 'RUB' }));
  const facts = readBack(written({ ...file, transfers }));
  expect(facts.transfers.map(({ amountMinor, currency }) => [amountMinor, currency])).toEqual(
    transfers.map(({ amountMinor }) => [amountMinor, 'RUB']),
  );
});

test('whatever a report holds, it is read, and the transfers it tells are those that were told', () => {
  fc.assert(
    fc.property(randomCase, fc.constantFrom('sides', 'parties'), (random, form) => {
      const bytes = written(random, form);
      const told = new TextDecoder().decode(bytes).match(/<transaction>/g)?.length ?? 0;
      const { transfers, accounts } = readBack(bytes);
      expect(transfers).toHaveLength(told);
      const ids = new Set(accounts.map(({ id }) => id));
      for (const { payer, payee } of transfers) expect(ids.has(payer) && ids.has(payee)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('a report of another house says what was not understood', () => {
  const text = new TextDecoder().decode(written(file));
  const other = text
    .replace('<gender>F</gender>', '<gender>F</gender><title>Mrs</title>')
    .replace(
      '<report_indicators>',
      '<activity><report_parties/><goods_services/></activity><report_indicators>',
    );
  const facts = readBack(new TextEncoder().encode(other));
  expect(facts.left).toContainEqual({
    why: 'unknown_property',
    what: 't_person.title',
    count: 1,
    ids: ['c1'],
  });
});

test('what is no report is refused with its line', () => {
  const problem = (text: string) => {
    const read = readGoaml(new TextEncoder().encode(text), { tables });
    return read.ok ? 'ok' : { code: read.problem.code, ...read.problem.args };
  };
  const code = 'QRG_GOAML_UNREADABLE';
  expect(problem('<a/>')).toMatchObject({ code, reason: 'a' });
  expect(problem('<report>\n<x></report>')).toMatchObject({ code, line: 2 });
  expect(problem('<!DOCTYPE r [<!ENTITY a "b">]><report>&a;</report>')).toMatchObject({
    code,
    reason: 'DOCTYPE',
  });
  expect(problem('<report>'.repeat(100))).toMatchObject({ code, reason: 'too large' });
  expect(problem('')).toMatchObject({ code });
});
