import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadRiskParameters } from '../../service/risk/load-risk-parameters.ts';
import { FACTORS } from './factors/all-factors.ts';
import { DAY_MS, HOUR_MS } from './factors/factor-rule.ts';
import { type CustomerLink, type CustomerProfile, LINK_KINDS } from './profile.ts';
import { rateCustomer } from './rate-customer.ts';
import { DUE_DILIGENCE } from './rating.ts';
import { AT, bornYearsAgo, plainProfile } from './risk.fixture.ts';
import { tellReason } from './tell-reason.ts';

const { parameters } = await loadRiskParameters();
const rate = (more: Partial<CustomerProfile> = {}) => rateCustomer(plainProfile(more), parameters);
const factorsOf = (more: Partial<CustomerProfile>) =>
  rate(more).reasons.map(({ factor }) => factor);
const measuresOf = (more: Partial<CustomerProfile>) =>
  rate(more).measures.map(({ measure }) => measure);

const link = (kind: CustomerLink['kind'], more: Partial<CustomerLink> = {}): CustomerLink => ({
  kind,
  customers: 1,
  family: 0,
  listed: 0,
  crowd: false,
  ...more,
});

test.each<[string, Partial<CustomerProfile>, string[]]>([
  ['nothing told but what the law asks for', {}, []],
  ['no IIN', { iinOrBin: 'absent' }, ['number-absent']],
  [
    'a foreigner with a passport and no IIN',
    {
      iinOrBin: 'absent',
      resident: false,
      document: { kind: 'passport', mrz: 'valid', agrees: true },
    },
    [],
  ],
  ['an IIN that cannot be', { iinOrBin: 'invalid' }, ['number-invalid']],
  ['an IIN of another birth', { iinOrBin: 'disagrees' }, ['number-disagrees']],
  [
    'an old card that was altered and says otherwise',
    { document: { kind: 'id_card', mrz: 'altered', agrees: false, expiresAt: AT } },
    ['document-altered', 'document-disagrees', 'document-expired'],
  ],
  ['five cards', { cards: 5 }, ['cards']],
  ['four cards', { cards: 4 }, []],
  ['six accounts', { accounts: 6 }, ['accounts']],
  ['17 years', { bornAt: bornYearsAgo(17) }, ['age-minor']],
  ['13 years', { bornAt: bornYearsAgo(13) }, []],
  ['20 years, income not told', { bornAt: bornYearsAgo(20) }, []],
  [
    '20 years, no income',
    { bornAt: bornYearsAgo(20), incomeMonthMinor: 0 },
    ['age-young-no-income'],
  ],
  ['26 years, no income', { bornAt: bornYearsAgo(26), incomeMonthMinor: 0 }, []],
  [
    'an elderly person whose phone has just been changed',
    { bornAt: bornYearsAgo(70), openedRemotely: true, openedAt: AT, phoneChangedAt: AT - HOUR_MS },
    ['phone-changed', 'age-elderly-new-phone', 'opened-remotely'],
  ],
  ['a phone changed three days ago', { phoneChangedAt: AT - 72 * HOUR_MS }, []],
  ['a phone to be changed tomorrow', { phoneChangedAt: AT + DAY_MS }, []],
  ['opened remotely long ago', { openedRemotely: true, openedAt: AT - 91 * DAY_MS }, []],
  [
    'a company of two months',
    { kind: 'company', registeredAt: Date.UTC(2026, 7, 27) },
    ['business-fresh'],
  ],
  ['a company of three months', { kind: 'company', registeredAt: Date.UTC(2026, 7, 26) }, []],
  ['a person has no registration', { registeredAt: AT }, []],
  ['a non-resident with a card', { resident: false, cards: 1 }, ['nonresident-card']],
  ['a non-resident without', { resident: false, cards: 0 }, []],
  [
    'three times the income came in',
    { incomeMonthMinor: 20_000_000, inMonthMinor: 60_000_000 },
    ['flow-over-income'],
  ],
  ['income not told', { inMonthMinor: 60_000_000 }, []],
  ['little came in', { incomeMonthMinor: 0, inMonthMinor: 29_000_000 }, []],
  [
    'three applications within an hour',
    { creditApplicationsAt: [0, 30, 60].map((minutes) => AT - DAY_MS + minutes * 60_000) },
    ['credit-burst'],
  ],
  [
    'three applications within an hour and a minute',
    { creditApplicationsAt: [0, 30, 61].map((minutes) => AT - DAY_MS + minutes * 60_000) },
    [],
  ],
  ['a stranger on the same phone', { links: [link('phone')] }, ['shared-phone']],
  ['the family on the same phone', { links: [link('phone', { customers: 3, family: 3 })] }, []],
  [
    'a crowd of strangers on one device',
    { links: [link('device', { customers: 40, crowd: true })] },
    ['shared-device'],
  ],
  ['a dormitory', { links: [link('address', { customers: 400, crowd: true, listed: 9 })] }, []],
  ['three in a rented flat', { links: [link('address', { customers: 2 })] }, ['shared-address']],
  [
    'a dropper on the same device',
    { links: [link('device', { listed: 1 })] },
    ['linked-to-listed', 'shared-device'],
  ],
  ['a dropper next door', { links: [link('ip', { listed: 1 })] }, ['near-listed']],
  ['a foreign official', { pep: 'foreign' }, ['pep-foreign']],
  ['the family of an official', { pep: 'family' }, ['pep-domestic']],
  [
    'a name like one of the list of terror',
    { listed: [{ kind: 'terror', via: 'name', confirmed: false, score: 0.9 }] },
    ['name-hit'],
  ],
  [
    'an IIN on the list of terror',
    { listed: [{ kind: 'terror', via: 'key', confirmed: false }] },
    ['listed-confirmed'],
  ],
  [
    'an IIN on a list of droppers',
    { listed: [{ kind: 'dropper', via: 'key', confirmed: false }] },
    ['listed-key'],
  ],
  [
    'a confirmed dropper',
    { listed: [{ kind: 'dropper', via: 'name', confirmed: true }] },
    ['listed-confirmed'],
  ],
  [
    'an IIN on a list of officials',
    { listed: [{ kind: 'pep', via: 'key', confirmed: false }] },
    ['pep-domestic'],
  ],
])('%s', (_, more, expected) => {
  expect(factorsOf(more)).toEqual(expected);
});

describe('levels', () => {
  it('make a confirmed hit high at once', () => {
    const { level, points } = rate({
      listed: [{ kind: 'sanctions', via: 'key', confirmed: true }],
    });
    expect([level, points]).toEqual(['high', 100]);
  });

  it('rise with the number of cards: 5 a risk, 10 the cap', () => {
    const points = [4, 5, 6, 9, 10, 11].map((cards) => rate({ cards }).points);
    expect(points).toEqual([0, 10, 20, 20, 30, 45]);
    expect(measuresOf({ cards: 9 })).not.toContain('no-new-card');
    expect(measuresOf({ cards: 10 })).toContain('no-new-card');
  });

  it('count one sign alone as medium, with circumstances beside it as high', () => {
    const shared = { links: [link('device', { customers: 3 })] };
    expect(rate(shared).level).toBe('medium');
    expect(rate({ ...shared, bornAt: bornYearsAgo(19), incomeMonthMinor: 0 }).level).toBe('high');
  });
});

describe('due diligence', () => {
  it('follows the level', () => {
    expect(rate().dueDiligence).toBe('simplified');
    expect(rate({ iinOrBin: 'invalid' }).dueDiligence).toBe('standard');
    expect(rate({ iinOrBin: 'invalid', cards: 6 }).dueDiligence).toBe('enhanced');
  });

  it('is enhanced for a foreign official, with written permission, whatever the level', () => {
    const { dueDiligence, level } = rate({ pep: 'foreign' });
    expect([dueDiligence, level]).toEqual(['enhanced', 'medium']);
    expect(measuresOf({ pep: 'foreign' })).toEqual(
      expect.arrayContaining(['pep-approval', 'pep-check', 'source-of-wealth', 'no-remote']),
    );
  });

  it('asks for approval of every other official and never less than standard', () => {
    expect(rate({ pep: 'domestic' }).dueDiligence).toBe('standard');
    expect(measuresOf({ pep: 'domestic' })).toContain('pep-approval');
  });

  it('asks people and companies for different papers', () => {
    expect(measuresOf({})).toContain('id-document');
    expect(measuresOf({})).not.toContain('beneficial-owner');
    expect(measuresOf({ kind: 'company' })).toContain('beneficial-owner');
    expect(measuresOf({ kind: 'company' })).not.toContain('id-document');
  });

  it('bans remote opening where the risk is high', () => {
    expect(measuresOf({ iinOrBin: 'invalid', cards: 6 })).toContain('no-remote');
  });
});

describe('review', () => {
  it('comes sooner where the risk is higher', () => {
    expect(rate().reviewAt).toBe(AT + 1095 * DAY_MS);
    expect(rate({ iinOrBin: 'invalid' }).reviewAt).toBe(AT + 365 * DAY_MS);
  });

  it('comes when the document expires, if that is sooner', () => {
    const document = { kind: 'id_card', mrz: 'valid', agrees: true } as const;
    const expiresAt = AT + 10 * DAY_MS;
    expect(rate({ document: { ...document, expiresAt } }).reviewAt).toBe(expiresAt);
    expect(rate({ document: { ...document, expiresAt: AT } }).reviewAt).toBe(AT + 365 * DAY_MS);
  });
});

const anyLink: fc.Arbitrary<CustomerLink> = fc
  .record({
    kind: fc.constantFrom(...LINK_KINDS),
    customers: fc.nat(60),
    family: fc.nat(60),
    listed: fc.nat(3),
    crowd: fc.boolean(),
  })
  .map((one) => ({ ...one, family: Math.min(one.family, one.customers) }));

/** Whatever could be said of somebody who has done nothing: age, residence, address, family, opening, a fresh business. */
const innocent: fc.Arbitrary<Partial<CustomerProfile>> = fc.record({
  kind: fc.constantFrom('person', 'sole_trader', 'company'),
  bornAt: fc.integer({ min: 14, max: 90 }).map(bornYearsAgo),
  incomeMonthMinor: fc.constant(0),
  citizenship: fc.constantFrom('KZ', 'RU', 'UZ', 'KG'),
  resident: fc.boolean(),
  cards: fc.nat(4),
  registeredAt: fc.constant(AT),
  openedRemotely: fc.boolean(),
  pep: fc.constantFrom('domestic', 'foreign', 'family'),
  links: fc.array(
    anyLink.map((one) =>
      one.kind === 'phone' || one.kind === 'device'
        ? { ...one, listed: 0, family: one.customers }
        : one,
    ),
    { maxLength: 6 },
  ),
});

test('a document whose last day is over is told by that day', () => {
  const lastDay = Date.parse('2026-01-01T00:00:00+05:00');
  const expiresAt = lastDay + DAY_MS;
  const document = { kind: 'id_card', mrz: 'valid', agrees: true, expiresAt } as const;
  const [expired] = rate({ at: expiresAt, document }).reasons;
  expect(tellReason(expired, parameters, 'ru')).toMatch(/01\.01\.2026$/);
});

test('neither an age, nor a region, nor a family, nor a dormitory ever makes a rating high', () => {
  fc.assert(
    fc.property(innocent, (more) => {
      expect(rate(more).level).not.toBe('high');
    }),
  );
});

test('a family of which one is a known dropper is not rated high for that alone', () => {
  const links = [
    link('phone', { family: 1, listed: 1 }),
    link('address', { family: 1, listed: 1 }),
  ];
  expect(rate({ links }).level).toBe('medium');
});

const anyProfile: fc.Arbitrary<CustomerProfile> = fc
  .record({
    iinOrBin: fc.constantFrom('absent', 'valid', 'invalid', 'disagrees'),
    incomeMonthMinor: fc.option(fc.nat(1e9), { nil: undefined }),
    inMonthMinor: fc.option(fc.nat(1e9), { nil: undefined }),
    cards: fc.option(fc.nat(20), { nil: undefined }),
    accounts: fc.nat(20),
    bornAt: fc.option(fc.integer({ min: 0, max: 90 }).map(bornYearsAgo), { nil: undefined }),
    links: fc.array(anyLink, { maxLength: 5 }),
    listed: fc.array(
      fc.record({
        kind: fc.constantFrom('dropper', 'terror', 'pep', 'internal'),
        via: fc.constantFrom('key', 'name'),
        confirmed: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map((told) => plainProfile(told as Partial<CustomerProfile>));

test('a rating is the same each time, within bounds, and its parts belong together', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const rating = rateCustomer(profile, parameters);
      expect(rateCustomer(profile, parameters)).toEqual(rating);
      expect(rating.points).toBeGreaterThanOrEqual(0);
      expect(rating.points).toBeLessThanOrEqual(100);
      expect(rating.level === 'high').toBe(rating.points >= parameters.levels.high);
      expect(DUE_DILIGENCE).toContain(rating.dueDiligence);
      const asked = rating.measures.map(({ measure }) => measure);
      expect(new Set(asked).size).toBe(asked.length);
      for (const { factor, facts } of rating.reasons)
        expect(Object.keys(facts).sort()).toEqual([...(FACTORS.get(factor)?.facts ?? [])].sort());
    }),
  );
});
