import fc from 'fast-check';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import type {
  CaseAccount,
  CaseContact,
  CaseFile,
  CaseParty,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import { CASE_ROLES } from '../../domain/case/case-file.ts';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';

const base = caseFileFixture();

/** Texts as files of banks and foreign packages hold them: Kazakh and Russian names, markup, halves of characters, nothing. */
const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '<a>&amp;]]>',
    "O'Neil",
    'Ğ Ü',
    '王小明',
    '«ТОО»',
    'a@b',
    '\r\n\t',
    '😀',
  ),
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constantFrom(
    'Әбдіғаппар Қуанышқызы Һәкім',
    'Щёголев-Ъ',
    'Нұрғиса',
    'ө'.repeat(300),
    'я'.repeat(9_000),
  ),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc.oneof(
  fc.constantFrom('2009-02-20', '1700-01-01', '2026-02-30', 'yesterday', ''),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
);
const at = fc.oneof(
  fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
  fc.constantFrom(0, -1, Date.UTC(1700, 0, 1), 253_402_300_800_000),
);
const country = fc.constantFrom('KZ', 'RU', 'KG', 'AE', 'XX', 'kz', '');
const currency = fc.constantFrom('KZT', 'KZT', 'RUB', 'JPY', 'KWD', 'USDT', '');
const contactKinds = [
  'phone',
  'handle',
  'bot',
  'profile',
  'invite',
  'card',
  'iban',
  'wallet',
  'link',
  'device',
  'ip',
  'email',
] as const;
const ip = fc.oneof(fc.ipV4(), fc.ipV6(), hostile);
const role = fc.constantFrom(...CASE_ROLES);

const party = (n: number): fc.Arbitrary<CaseParty> =>
  fc.record({
    id: fc.constant(`c${n}`),
    kind: fc.constantFrom('person', 'person', 'company', 'sole_trader', 'unknown'),
    name: maybe(hostile),
    personName: maybe(fc.record({ surname: hostile, given: hostile, patronymic: maybe(hostile) })),
    taxNumber: maybe(hostile),
    bornOn: maybe(day),
    birthPlace: maybe(hostile),
    sex: maybe(fc.constantFrom('male', 'female')),
    citizenship: maybe(country),
    resident: maybe(fc.boolean()),
    pep: maybe(fc.boolean()),
    address: maybe(hostile),
    phones: fc.array(fc.oneof(fc.constant('+7 701 123 45 67'), hostile), { maxLength: 2 }),
    emails: fc.array(fc.oneof(fc.emailAddress(), hostile), { maxLength: 2 }),
    document: maybe(
      fc.record({
        kind: fc.constantFrom('passport', 'identity_card', 'military', 'constructor'),
        series: maybe(hostile),
        number: maybe(hostile),
        issuedBy: maybe(hostile),
        issuedOn: maybe(day),
        expiresOn: maybe(day),
      }),
    ),
    registeredOn: maybe(day),
    occupation: maybe(hostile),
    role,
    isClient: fc.boolean(),
    origin: fc.constant(null),
  }) as fc.Arbitrary<CaseParty>;

const account = (n: number): fc.Arbitrary<CaseAccount> =>
  fc.record({
    id: fc.constant(`a${n}`),
    account: fc.oneof(
      fc.constantFrom(base.accounts[0]!.account, base.accounts[5]!.account),
      hostile,
    ),
    isIban: fc.boolean(),
    isWallet: fc.boolean(),
    home: maybe(
      fc.oneof(
        fc.constant(base.accounts[0]!.home!),
        fc.record({
          code: hostile,
          name: hostile,
          country,
          bic: maybe(fc.oneof(fc.constant('CASPKZKA'), hostile)),
        }),
      ),
    ),
    currency,
    holder: maybe(fc.constantFrom('c0', 'c1', 'c2', 'c3', 'o9')),
    role,
    openedAt: maybe(at),
    status: fc.constantFrom('active', 'held', 'closed'),
    hops: maybe(fc.nat(9)),
    isForeign: fc.boolean(),
    devices: fc.array(hostile, { maxLength: 2 }),
    ips: fc.array(ip, { maxLength: 2 }),
    origin: fc.constant(null),
  }) as fc.Arbitrary<CaseAccount>;

const anAccount = fc.constantFrom('a0', 'a1', 'a2', 'a3', 'a4', 'nowhere');
const transfer: fc.Arbitrary<CaseTransfer> = fc.record({
  id: hostile,
  at,
  payer: anAccount,
  payee: anAccount,
  amountMinor: fc.oneof(
    fc.integer({ min: 0, max: 1e12 }),
    fc.constantFrom(0, -5, 1.5, Number.NaN, 2 ** 53 - 1),
  ),
  currency,
  channel: fc.constantFrom(...CHANNELS),
  purpose: fc.constantFrom(...PURPOSES),
  text: maybe(hostile),
  verdict: fc.constantFrom('allow', 'review', 'hold'),
  score: fc.integer({ min: 0, max: 100 }),
  rules: fc.array(fc.constantFrom('pass_through', 'constructor', '__proto__', 'no-such-rule'), {
    maxLength: 3,
  }),
  state: fc.constantFrom('executed', 'held', 'refused', 'returned'),
  isSuspicious: fc.boolean(),
  origin: fc.constant(null),
});
const contact: fc.Arbitrary<CaseContact> = fc.record({
  id: hostile,
  kind: fc.constantFrom(...contactKinds),
  value: fc.oneof(hostile, fc.constantFrom('instagram.com/x', '198.51.100.7', '+77011234567')),
  seenWith: fc.array(fc.oneof(anAccount, fc.constantFrom('c0', 'c1', 'p9')), { maxLength: 3 }),
  origin: fc.constant(null),
});

/** A case of whatever a store or a foreign package may hold, minimised ones among them. */
export const randomCase: fc.Arbitrary<CaseFile> = fc
  .record({
    parties: fc.tuple(party(0), party(1), party(2), party(3)),
    accounts: fc.tuple(account(0), account(1), account(2), account(3), account(4)),
    transfers: fc.array(transfer, { maxLength: 6 }),
    contacts: fc.array(contact, { maxLength: 5 }),
    number: hostile,
    title: hostile,
    officer: maybe(
      fc.record({
        userId: fc.constant(7),
        name: hostile,
        job: maybe(hostile),
        phone: maybe(hostile),
        email: maybe(fc.oneof(fc.emailAddress(), hostile)),
      }),
    ),
    posts: fc.constantFrom([], base.posts),
    networks: fc.array(
      fc.record({
        networkId: hostile,
        certainty: fc.double({ min: 0, max: 1, noNaN: true }),
        harmMinor: fc.nat(1e9),
        story: hostile,
        countries: fc.array(hostile, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    signals: fc.array(
      fc.record({
        rule: hostile,
        amltrix: fc.constant(null),
        text: hostile,
        about: fc.constant([]),
      }),
      { maxLength: 2 },
    ),
    holds: fc.constantFrom([], base.holds),
    asOf: at,
  })
  .map((told) => ({ ...base, ...told }));
