import { fakeBin } from '../fake/bin.ts';
import { fakeHandle } from '../fake/handle.ts';
import { fakeKzIban } from '../fake/iban-kz.ts';
import { fakeIin } from '../fake/iin.ts';
import { fakeKzPhone } from '../fake/phone.ts';
import { fakeWallet } from '../fake/wallet.ts';
import { createRandom } from '../random.ts';
import type { CaseFact } from './case-fact.ts';
import type { CaseAccount, CaseFile, CaseParty, CaseTransfer } from './case-file.ts';

const AT = Date.UTC(2026, 9, 5, 6, 30);
const MINUTE_MS = 60_000;

const nobody = {
  personName: null,
  birthPlace: null,
  sex: null,
  pep: null,
  emails: [],
  document: null,
  registeredOn: null,
  occupation: null,
  address: null,
  origin: null,
} as const;

/**
 * A small whole case: a victim pays a dropper of seventeen and one of twenty-two, who pass the money to a collector, who sends
 * it to a bank in another country and to a wallet. Made from a seed; no real person's numbers.
 */
export function caseFileFixture(seed = 1): CaseFile {
  const random = createRandom(seed);
  const person = (
    id: string,
    [surname, given, patronymic]: readonly [string, string, string | null],
    born: number,
    sex: 'male' | 'female',
    role: CaseParty['role'],
    isClient = true,
  ): CaseParty => ({
    ...nobody,
    id,
    kind: 'person',
    name: [surname, given, patronymic].filter((part) => part !== null).join(' '),
    personName: { surname, given, patronymic },
    taxNumber: fakeIin(random, { bornAt: born, sex }),
    bornOn: new Date(born).toISOString().slice(0, 10),
    birthPlace: 'Қарағанды',
    sex,
    citizenship: 'KZ',
    resident: true,
    pep: false,
    address: 'Қарағанды, Бұқар жырау даңғылы, 12-3',
    phones: [fakeKzPhone(random)],
    emails: [`${id}@example.kz`],
    document: {
      kind: 'identity_card',
      series: null,
      number: '044000111',
      issuedBy: 'МВД РК',
      issuedOn: '2021-03-01',
      expiresOn: '2031-02-28',
    },
    occupation: 'студент',
    role,
    isClient,
  });
  const parties: CaseParty[] = [
    person('c1', ['Әлиева', 'Гүлнар', 'Қуанышқызы'], Date.UTC(1961, 4, 9), 'female', 'victim'),
    person('c2', ['Ержанов', 'Нұрлан', null], Date.UTC(2009, 1, 20), 'male', 'mule'),
    person('c3', ['Иванов', 'Пётр', 'Сергеевич'], Date.UTC(2004, 6, 2), 'male', 'mule'),
    {
      ...nobody,
      id: 'c4',
      kind: 'company',
      name: 'ТОО «Жетісу-Трейд»',
      taxNumber: fakeBin(random, Date.UTC(2026, 7, 1)),
      bornOn: null,
      citizenship: 'KZ',
      resident: true,
      phones: [],
      registeredOn: '2026-08-15',
      role: 'collector',
      isClient: true,
    },
    {
      ...nobody,
      id: 'o5',
      kind: 'unknown',
      name: 'SMIRNOV ALEXEY',
      taxNumber: null,
      bornOn: null,
      citizenship: 'RU',
      resident: false,
      phones: [],
      role: 'cashout',
      isClient: false,
    },
  ];
  const own = { code: '722', name: 'Қала Банкі', country: 'KZ', bic: 'CASPKZKA' };
  const account = (n: number, told: Partial<CaseAccount>): CaseAccount => ({
    id: `a${n}`,
    account: fakeKzIban(random, '722'),
    isIban: true,
    isWallet: false,
    home: own,
    currency: 'KZT',
    holder: `c${n}`,
    role: 'mule',
    openedAt: AT - n * 86_400_000,
    status: 'active',
    hops: n - 1,
    isForeign: false,
    devices: [],
    ips: [],
    origin: null,
    ...told,
  });
  const accounts = [
    account(1, { role: 'victim' }),
    account(2, { status: 'held', devices: ['device-7f31'], ips: ['198.51.100.7'] }),
    account(3, { devices: ['device-7f31'], ips: ['198.51.100.7'] }),
    account(4, { role: 'collector', hops: 2 }),
    account(5, {
      account: '40817810000000000017',
      isIban: false,
      home: { code: 'VOLGARU', name: 'Bank Volga', country: 'RU', bic: 'VOLGRUMM' },
      holder: 'o5',
      role: 'cashout',
      hops: 3,
      isForeign: true,
    }),
    account(6, {
      account: fakeWallet(random, 'trx'),
      isIban: false,
      isWallet: true,
      home: null,
      currency: 'USDT',
      holder: null,
      role: 'cashout',
      hops: 3,
    }),
  ];
  const transfer = (
    id: string,
    minute: number,
    payer: number,
    payee: number,
    tenge: number,
    told: Partial<CaseTransfer> = {},
  ): CaseTransfer => ({
    id,
    at: AT + minute * MINUTE_MS,
    payer: `a${payer}`,
    payee: `a${payee}`,
    amountMinor: tenge * 100,
    currency: 'KZT',
    channel: 'transfer',
    purpose: 'unknown',
    text: null,
    verdict: 'review',
    score: 71,
    rules: ['pass_through'],
    state: 'executed',
    isSuspicious: true,
    origin: null,
    ...told,
  });
  return {
    caseId: 1,
    number: 'KZ-2026-000001',
    title: 'Дропперы и ТОО «Жетісу-Трейд»',
    openedAt: AT + 60 * MINUTE_MS,
    asOf: AT + 120 * MINUTE_MS,
    state: 'in_work',
    outcome: null,
    institution: {
      code: 'qala',
      name: 'Қала Банкі',
      country: 'KZ',
      bic: 'CASPKZKA',
      bin: fakeBin(random, Date.UTC(1998, 1, 1)),
    },
    officer: {
      userId: 7,
      name: 'Сәрсенова Айгүл Маратқызы',
      job: 'Комплаенс-офицер',
      phone: fakeKzPhone(random),
      email: 'aml@example.kz',
    },
    parties,
    accounts,
    transfers: [
      transfer('t1', 0, 1, 2, 480_000, { text: 'Безопасный счёт', verdict: 'allow', score: 34 }),
      transfer('t2', 4, 1, 3, 650_000, { text: 'Безопасный счёт', rules: ['known_victim'] }),
      transfer('t3', 9, 2, 4, 450_000, { score: 82, verdict: 'hold', state: 'held' }),
      transfer('t4', 12, 3, 4, 620_000),
      transfer('t5', 30, 4, 5, 500_000, {
        channel: 'abroad',
        text: 'Оплата по договору & счёту <12>',
      }),
      transfer('t6', 41, 4, 6, 118_000, { channel: 'exchange' }),
    ],
    posts: [
      {
        id: 'p9',
        at: AT - 3 * 86_400_000,
        url: 'https://t.me/s/example_rabota/31',
        author: 'example_rabota',
        text: 'Нужны карты, плачу 30 000 в день. Писать в лс',
        lang: 'ru',
        label: 'dropper',
        stance: 'offer',
        asks: ['card'],
        campaign: '4',
        captureHash: 'a'.repeat(64),
        origin: null,
      },
    ],
    contacts: [
      { id: 'k1', kind: 'handle', value: fakeHandle(random), seenWith: ['p9'], origin: null },
      { id: 'k2', kind: 'phone', value: fakeKzPhone(random), seenWith: ['p9', 'c3'], origin: null },
      { id: 'k3', kind: 'device', value: 'device-7f31', seenWith: ['a2', 'a3'], origin: null },
    ],
    signals: [
      {
        rule: 'pass_through',
        amltrix: 'T0105',
        text: 'Деньги ушли через 9 минут',
        about: ['t3', 'a2'],
      },
    ],
    networks: [
      {
        networkId: 'n-1',
        certainty: 0.93,
        harmMinor: 113_000_000,
        story: 'Двое получили деньги потерпевшей и за 12 минут передали их дальше.',
        countries: ['RU'],
      },
    ],
    holds: [
      {
        holdId: 3,
        transfer: 't3',
        state: 'placed',
        heldMinor: 45_000_000,
        currency: 'KZT',
        placedAt: AT + 10 * MINUTE_MS,
      },
    ],
    facts: [
      fact(1, 'gave_access', 'c2', null),
      fact(2, 'reward_promised', 'c2', { type: 'money', amountMinor: 3_000_000, currency: 'KZT' }),
      fact(3, 'acquired_access', 'o5', null),
    ],
    cut: false,
  };
}

const fact = (
  factId: number,
  kind: CaseFact['kind'],
  party: string,
  value: CaseFact['value'],
): CaseFact => ({
  factId,
  kind,
  party,
  says: 'yes',
  value,
  actAt: AT,
  shownBy: ['p9'],
  note: null,
  by: 'aigul',
  recordedAt: AT + 90 * MINUTE_MS,
});
