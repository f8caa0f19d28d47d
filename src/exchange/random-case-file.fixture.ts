import fc from 'fast-check';
import { OWNER_KINDS } from '../domain/account.ts';
import { FACT_KINDS } from '../domain/case/case-fact.ts';
import { caseFileFixture } from '../domain/case/case-file.fixture.ts';
import { CASE_OUTCOMES, CASE_ROLES, CASE_STATES, type CaseFile } from '../domain/case/case-file.ts';
import type { Origin, Tlp } from '../domain/case/marking.ts';
import { ASKS, POST_LABELS, POST_LANGUAGES, STANCES } from '../domain/post.ts';
import { CHANNELS, PURPOSES } from '../domain/transfer.ts';
import { CASE_CONTACT_KINDS } from './elements/element-schema.ts';

/** Words as people and systems write them, with every sign that a format may trip over. */
const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'Әлиева Гүлнар',
    `it's "quoted" \\ back`,
    '<&>',
    '__proto__',
    'constructor',
    'null',
    'https://t.me/s/rabota/31',
    't.me/+AbCdEf',
    '198.51.100.7',
    '2001:db8::1',
    'a@example.kz',
    'KZ86125KZT5004100100',
    '+77010000000',
    'account-1',
    ' \u2028 ',
  ),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const words = fc.array(word, { maxLength: 3 });
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const minor = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const country = fc.constantFrom('KZ', 'RU', 'AE');
const currency = fc.constantFrom('KZT', 'USD', 'RUB', 'USDT');

/** Marks of another house; TLP:RED never reaches a writer. */
const origin: fc.Arbitrary<Origin | null> = maybe(
  fc.record({
    packageId: fc.integer({ min: 1, max: 99 }),
    from: word,
    tlp: fc.constantFrom<Tlp>('amber+strict', 'amber', 'green', 'clear'),
    namedTo: words,
  }),
);

const party = (id: string) =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom(...OWNER_KINDS),
    name: maybe(word),
    personName: maybe(fc.record({ surname: word, given: word, patronymic: maybe(word) })),
    taxNumber: maybe(word),
    bornOn: maybe(day),
    birthPlace: maybe(word),
    sex: fc.constantFrom('male' as const, 'female' as const, null),
    citizenship: maybe(country),
    resident: maybe(fc.boolean()),
    pep: maybe(fc.boolean()),
    address: maybe(word),
    phones: words,
    emails: words,
    document: maybe(
      fc.record({
        kind: word,
        series: maybe(word),
        number: maybe(word),
        issuedBy: maybe(word),
        issuedOn: maybe(day),
        expiresOn: maybe(day),
      }),
    ),
    registeredOn: maybe(day),
    occupation: maybe(word),
    role: fc.constantFrom(...CASE_ROLES),
    isClient: fc.boolean(),
    origin,
  });

const account = (id: string, holders: readonly string[]) =>
  fc.record({
    id: fc.constant(id),
    account: word,
    isIban: fc.boolean(),
    isWallet: fc.boolean(),
    home: maybe(fc.record({ code: word, name: word, country, bic: maybe(word) })),
    currency,
    holder: fc.constantFrom(null, ...holders),
    role: fc.constantFrom(...CASE_ROLES),
    openedAt: maybe(moment),
    status: fc.constantFrom('active' as const, 'held' as const, 'closed' as const),
    hops: maybe(fc.nat(9)),
    isForeign: fc.boolean(),
    devices: words,
    ips: words,
    origin,
  });

const transfer = (id: string, accounts: readonly string[]) =>
  fc.record({
    id: fc.constant(id),
    at: moment,
    payer: fc.constantFrom(...accounts),
    payee: fc.constantFrom(...accounts),
    amountMinor: minor,
    currency,
    channel: fc.constantFrom(...CHANNELS),
    purpose: fc.constantFrom(...PURPOSES),
    text: maybe(word),
    verdict: fc.constantFrom('allow' as const, 'review' as const, 'hold' as const),
    score: fc.integer({ min: 0, max: 100 }),
    rules: words,
    state: fc.constantFrom(
      'executed' as const,
      'held' as const,
      'refused' as const,
      'returned' as const,
    ),
    isSuspicious: fc.boolean(),
    origin,
  });

const post = (id: string) =>
  fc.record({
    id: fc.constant(id),
    at: moment,
    url: maybe(word),
    author: maybe(word),
    text: word,
    lang: fc.constantFrom(...POST_LANGUAGES),
    label: fc.constantFrom(...POST_LABELS),
    stance: fc.constantFrom(...STANCES),
    asks: fc.subarray([...ASKS]),
    campaign: maybe(fc.constantFrom('4', '5')),
    captureHash: maybe(fc.constant('a'.repeat(64))),
    origin,
  });

const contact = (id: string, refs: readonly string[]) =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom(...CASE_CONTACT_KINDS),
    value: word,
    seenWith: fc.subarray([...refs]),
    origin,
  });

const fact = (factId: number, party: string, refs: readonly string[]) =>
  fc.record({
    factId: fc.constant(factId),
    kind: fc.constantFrom(...FACT_KINDS),
    party: fc.constant(party),
    says: fc.constantFrom('yes' as const, 'no' as const),
    value: fc.oneof(
      fc.constant(null),
      fc.record({ type: fc.constant('money' as const), amountMinor: minor, currency }),
      fc.record({ type: fc.constant('count' as const), count: fc.nat(1_000) }),
      fc.record({ type: fc.constant('word' as const), word }),
    ),
    actAt: maybe(moment),
    shownBy: fc.subarray([...refs]),
    note: maybe(word),
    by: word,
    recordedAt: moment,
  });

const ids = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
const each = <T>(of: readonly string[], make: (id: string, i: number) => fc.Arbitrary<T>) =>
  fc.tuple(...of.map(make)) as fc.Arbitrary<T[]>;

/** Case files of every shape, all of their references kept: what writers and readers of exchange are tried with. */
const randomCaseFile: fc.Arbitrary<CaseFile> = fc
  .record({
    parties: fc.nat(4),
    accounts: fc.nat(5),
    posts: fc.nat(3),
    contacts: fc.nat(4),
    rest: fc.nat(2),
  })
  .chain((size) => {
    const parties = ids('c', size.parties);
    const accounts = ids('a', size.accounts);
    const posts = ids('p', size.posts);
    const contacts = ids('k', size.contacts);
    const transfers = size.accounts === 0 ? [] : ids('t', size.accounts + 1);
    const refs = [...parties, ...accounts, ...posts, ...transfers];
    const rest = ids('x', size.rest);
    return fc.record<CaseFile>({
      caseId: fc.nat(1_000),
      number: word,
      title: word,
      openedAt: moment,
      asOf: moment,
      state: fc.constantFrom(...CASE_STATES),
      outcome: fc.constantFrom(null, ...CASE_OUTCOMES),
      institution: fc.record({
        code: word,
        name: word,
        country,
        bic: maybe(word),
        bin: maybe(word),
      }),
      officer: maybe(
        fc.record({
          userId: fc.constant(0),
          name: word,
          job: maybe(word),
          phone: maybe(word),
          email: maybe(word),
        }),
      ),
      parties: each(parties, party),
      accounts: each(accounts, (id) => account(id, parties)),
      transfers: each(transfers, (id) => transfer(id, accounts)).map((all) =>
        all.sort((a, b) => a.at - b.at),
      ),
      posts: each(posts, post),
      contacts: each(contacts, (id) => contact(id, refs)),
      signals: each(rest, () =>
        fc.record({
          rule: word,
          amltrix: maybe(fc.constantFrom('T0105', 'T0140.001', 'odd')),
          text: word,
          about: fc.subarray(refs),
        }),
      ),
      networks: each(rest, (networkId) =>
        fc.record({
          networkId: fc.constant(networkId),
          certainty: fc.double({ min: 0, max: 1, noNaN: true }).map((n) => n + 0),
          harmMinor: minor,
          story: word,
          countries: fc.subarray(['RU', 'AE']),
        }),
      ),
      holds: each(transfers.slice(0, size.rest), (transfer, holdId) =>
        fc.record({
          holdId: fc.constant(holdId),
          transfer: fc.constant(transfer),
          state: word,
          heldMinor: minor,
          currency,
          placedAt: maybe(moment),
        }),
      ),
      facts: each(parties.slice(0, size.rest), (id, i) => fact(i, id, refs)),
      cut: fc.boolean(),
    });
  });

/** The fixture of cases, and the random ones. */
export const anyCaseFile: fc.Arbitrary<CaseFile> = fc.oneof(
  { weight: 1, arbitrary: fc.nat(20).map((seed) => caseFileFixture(seed + 1)) },
  { weight: 9, arbitrary: randomCaseFile },
);
