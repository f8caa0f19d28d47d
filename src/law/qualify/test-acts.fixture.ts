import type { CaseFact, FactKind, FactValue } from '../../domain/case/case-fact.ts';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import type { CaseFile, CaseParty } from '../../domain/case/case-file.ts';
import type { OffenceBook } from '../offences/offence-book.ts';
import type { PartyQualification } from './qualification.ts';
import { qualify } from './qualify.ts';

/** The day all test acts are looked at from. */
export const TEST_ACTS_ON = '2026-11-23';

/** One made-up act: when, how old, what people said of it, and what the law data must make of that. */
export interface TestAct {
  readonly name: string;
  /** Local day of the act. */
  readonly on: string;
  /** Birth date, or full years on the day of the act; null: not known. */
  readonly age: number | string | null;
  /** true and false: said yes or no; a number: whole tenge; a word; {count}. */
  readonly did: Partial<Record<FactKind, boolean | number | string | { readonly count: number }>>;
  readonly company?: boolean;
  /** 'state part', the country left out: 'supported criminal.232-1.1'. In the order they are shown. */
  readonly gives: readonly string[];
  /** Ground of release -> state, of the first finding. */
  readonly release?: Readonly<Record<string, string>>;
}

const ACCESS = { gave_access: true, close_relative: false } as const;
const PAID = { made_payments_for_other: true } as const;
const BAN_ACCESS = 'supported payments.25.14.access';
const BAN_PAYMENTS = 'supported payments.25.14.payments';
const BAN_USE = 'supported payments.25.14.use';

/** MRP 3,932 in 2025 and 4,325 in 2026: 200 MRP are 786,400 and 865,000 tenge, 500 MRP 1,966,000 and 2,162,500. */
export const TEST_ACTS: readonly TestAct[] = [
  // Access, by the reward.
  {
    name: 'A student lends his card for 30,000',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
    release: {
      'criminal.232-1.note': 'possible',
      'criminal.65': 'possible',
      'criminal.68.1': 'possible',
    },
  },
  {
    name: 'Money was promised and never came',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_promised: 30_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: 'A reward without a named sum',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: true },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: 'One tenge under 200 MRP of 2026',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: 864_999 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: 'Exactly 200 MRP of 2026',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: 865_000 },
    gives: ['supported criminal.232-1.2', BAN_ACCESS],
  },
  {
    name: '499 MRP of 2026',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: 499 * 4_325 },
    gives: ['supported criminal.232-1.2', BAN_ACCESS],
  },
  {
    name: 'Exactly 500 MRP of 2026',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: 2_162_500 },
    gives: ['supported criminal.232-1.3', BAN_ACCESS],
  },
  {
    name: '199 MRP of 2025',
    on: '2025-11-05',
    age: 20,
    did: { ...ACCESS, reward_paid: 199 * 3_932 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: '800,000 in 2025: past 200 MRP of that year',
    on: '2025-12-31',
    age: 20,
    did: { ...ACCESS, reward_paid: 800_000 },
    gives: ['supported criminal.232-1.2', BAN_ACCESS],
  },
  {
    name: '800,000 a day later, in 2026: short of it',
    on: '2026-01-01',
    age: 20,
    did: { ...ACCESS, reward_paid: 800_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: '500 MRP of 2025 exactly',
    on: '2025-12-31',
    age: 20,
    did: { ...ACCESS, reward_paid: 1_966_000 },
    gives: ['supported criminal.232-1.3', BAN_ACCESS],
  },
  {
    name: 'A promise of a million, 50,000 paid: the aim counts',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: 50_000, reward_promised: 1_000_000 },
    gives: ['supported criminal.232-1.2', BAN_ACCESS],
  },
  {
    name: '40 million went through the card: turnover sets no part',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: 20_000, criminal_income: 40_000_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },

  // When the article began.
  {
    name: 'The day before the article was in force',
    on: '2025-09-15',
    age: 20,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: ['partly payments.25.14.access', 'not_in_force criminal.232-1.access'],
  },
  {
    name: 'The first day of the article',
    on: '2025-09-16',
    age: 20,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: 'A buyer of cards the day before',
    on: '2025-09-15',
    age: 30,
    did: { acquired_access: true, for_illegal_payments: true, close_relative: false },
    gives: ['partly payments.25.14.use', 'not_in_force criminal.232-1.acquisition'],
  },

  // No offence, or not this one.
  {
    name: 'Lent to a friend without reward: only the payments law',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, without_reward: true },
    gives: [BAN_ACCESS, 'contradicted criminal.232-1.1'],
  },
  {
    name: 'Both kinds of reward denied',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS, reward_paid: false, reward_promised: false },
    gives: [BAN_ACCESS, 'contradicted criminal.232-1.1'],
  },
  {
    name: 'Nobody asked about a reward',
    on: '2026-10-05',
    age: 20,
    did: { ...ACCESS },
    gives: [BAN_ACCESS, 'partly criminal.232-1.1'],
  },
  {
    name: 'The card was given to a brother, for money',
    on: '2026-10-05',
    age: 20,
    did: { gave_access: true, reward_paid: 30_000, close_relative: true },
    gives: ['contradicted criminal.232-1.1', 'contradicted payments.25.14.access'],
  },
  {
    name: 'Nobody asked who the receiver is: stated, and to be asked',
    on: '2026-10-05',
    age: 20,
    did: { gave_access: true, reward_paid: 30_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: 'Access is denied and nothing else is said',
    on: '2026-10-05',
    age: 20,
    did: { gave_access: false },
    gives: [],
  },
  {
    name: 'An organisation: only people answer by criminal law',
    on: '2026-10-05',
    age: null,
    company: true,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: [BAN_ACCESS],
  },

  // Age on the day of the act.
  ...[13, 14, 15].map((age) => ({
    name: `A card lent for money at ${age}: no criminal provision, a child who was recruited`,
    on: '2026-10-05',
    age,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: [BAN_ACCESS],
  })),
  {
    name: 'The same at 16',
    on: '2026-10-05',
    age: 16,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
    release: { 'criminal.83.1': 'possible' },
  },
  {
    name: 'The same at 17',
    on: '2026-10-05',
    age: 17,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
    release: { 'criminal.83.1': 'possible' },
  },
  {
    name: 'The same at 18: articles 80 to 89 are over, article 90 may help',
    on: '2026-10-05',
    age: 18,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: 'On the eve of turning 16',
    on: '2026-10-05',
    age: '2010-10-06',
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: [BAN_ACCESS],
  },
  {
    name: 'On the very 16th birthday',
    on: '2026-10-05',
    age: '2010-10-05',
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
  },
  {
    name: 'The date of birth is not known',
    on: '2026-10-05',
    age: null,
    did: { ...ACCESS, reward_paid: 30_000 },
    gives: [BAN_ACCESS, 'partly criminal.232-1.1'],
  },
  {
    name: 'A buyer of cards of 15 is a recruit too',
    on: '2026-10-05',
    age: 15,
    did: { acquired_access: true, for_illegal_payments: true, close_relative: false },
    gives: [BAN_USE],
  },

  // Payments for others.
  {
    name: 'A transfer made for a fee of 10,000: part 4 and not part 1',
    on: '2026-10-05',
    age: 25,
    did: { ...PAID, reward_paid: 10_000 },
    gives: ['supported criminal.232-1.4', BAN_PAYMENTS],
  },
  {
    name: 'Payments for others, a fee of 200 MRP',
    on: '2026-10-05',
    age: 25,
    did: { ...PAID, reward_paid: 865_000 },
    gives: ['supported criminal.232-1.5', BAN_PAYMENTS],
  },
  {
    name: 'Payments for others, a fee of 500 MRP',
    on: '2026-10-05',
    age: 25,
    did: { ...PAID, reward_paid: 2_162_500 },
    gives: ['supported criminal.232-1.6', BAN_PAYMENTS],
  },
  {
    name: 'Payments for others out of kindness',
    on: '2026-10-05',
    age: 25,
    did: { ...PAID, without_reward: true },
    gives: ['contradicted criminal.232-1.4', 'contradicted payments.25.14.payments'],
  },
  {
    name: 'Access and payments, both for reward: two offences of one article',
    on: '2026-10-05',
    age: 25,
    did: { ...ACCESS, ...PAID, reward_paid: 900_000 },
    gives: ['supported criminal.232-1.2', 'supported criminal.232-1.5', BAN_ACCESS, BAN_PAYMENTS],
  },

  // Acquiring access.
  {
    name: 'A buyer of cards, not one transfer yet',
    on: '2026-10-05',
    age: 30,
    did: { acquired_access: true, for_illegal_payments: true, close_relative: false },
    gives: ['supported criminal.232-1.7', BAN_USE],
  },
  {
    name: 'A buyer of cards whose aim nobody has shown',
    on: '2026-10-05',
    age: 30,
    did: { acquired_access: true, close_relative: false },
    gives: [BAN_USE, 'partly criminal.232-1.7'],
  },
  {
    name: 'A handler who buys cards and launders in a criminal group',
    on: '2026-10-05',
    age: 30,
    did: {
      acquired_access: true,
      for_illegal_payments: true,
      close_relative: false,
      converted_criminal_money: true,
      knew_criminal_origin: true,
      criminal_group: true,
    },
    gives: ['supported criminal.232-1.7', 'supported criminal.218.3', BAN_USE],
    release: { 'criminal.232-1.note': 'closed', 'criminal.65': 'closed' },
  },

  // Release.
  {
    name: 'First time, declared by himself, helped: the note to 232-1',
    on: '2026-10-05',
    age: 20,
    did: {
      ...ACCESS,
      reward_paid: 30_000,
      first_offence: true,
      declared_voluntarily: true,
      helped_actively: true,
    },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
    release: { 'criminal.232-1.note': 'open' },
  },
  {
    name: 'The same, but it is not the first time',
    on: '2026-10-05',
    age: 20,
    did: {
      ...ACCESS,
      reward_paid: 30_000,
      first_offence: false,
      declared_voluntarily: true,
      helped_actively: true,
    },
    gives: ['supported criminal.232-1.1', BAN_ACCESS],
    release: { 'criminal.232-1.note': 'closed' },
  },
  {
    name: 'Declared and helped, but laundering is there as well: the note is closed',
    on: '2026-10-05',
    age: 20,
    did: {
      ...ACCESS,
      reward_paid: 30_000,
      converted_criminal_money: true,
      knew_criminal_origin: true,
      first_offence: true,
      declared_voluntarily: true,
      helped_actively: true,
    },
    gives: ['supported criminal.232-1.1', 'supported criminal.218.1', BAN_ACCESS],
    release: { 'criminal.232-1.note': 'closed' },
  },
  {
    name: 'The buyer of cards may use the note too',
    on: '2026-10-05',
    age: 30,
    did: {
      acquired_access: true,
      for_illegal_payments: true,
      close_relative: false,
      first_offence: true,
      declared_voluntarily: true,
      helped_actively: true,
    },
    gives: ['supported criminal.232-1.7', BAN_USE],
    release: { 'criminal.232-1.note': 'open' },
  },
  {
    name: 'Reconciled with the victim of a fraud, harm made good',
    on: '2026-10-05',
    age: 30,
    did: { deceived_owner_of_money: true, damage: 500_000, reconciled: true, harm_made_good: true },
    gives: ['supported criminal.190.1'],
    release: { 'criminal.68.1': 'open' },
  },

  // Laundering.
  {
    name: 'Passed on money and knew: laundering, part 1',
    on: '2026-10-05',
    age: 30,
    did: {
      converted_criminal_money: true,
      knew_criminal_origin: true,
      criminal_income: 86_500_000,
      declared_voluntarily: true,
    },
    gives: ['supported criminal.218.1'],
    release: { 'criminal.218.note': 'open' },
  },
  {
    name: 'The same with a group: part 2, and the note to 218 is closed',
    on: '2026-10-05',
    age: 30,
    did: {
      converted_criminal_money: true,
      knew_criminal_origin: true,
      group_by_agreement: true,
      declared_voluntarily: true,
    },
    gives: ['supported criminal.218.2'],
    release: { 'criminal.218.note': 'closed' },
  },
  {
    name: 'One tenge over 20,000 MRP: part 3',
    on: '2026-10-05',
    age: 30,
    did: {
      converted_criminal_money: true,
      knew_criminal_origin: true,
      criminal_income: 86_500_001,
    },
    gives: ['supported criminal.218.3'],
  },
  {
    name: 'Passed on money, and knowledge is not shown',
    on: '2026-10-05',
    age: 30,
    did: { converted_criminal_money: true },
    gives: ['partly criminal.218.1'],
  },
  {
    name: 'Passed on money, and knowledge is denied',
    on: '2026-10-05',
    age: 30,
    did: { converted_criminal_money: true, knew_criminal_origin: false },
    gives: ['contradicted criminal.218.1'],
  },

  // Fraud and theft.
  {
    name: 'Fraud over the Internet',
    on: '2026-10-05',
    age: 30,
    did: { deceived_owner_of_money: true, through_internet: true, damage: 300_000 },
    gives: ['supported criminal.190.2'],
  },
  {
    name: 'Fraud of 1,000 MRP',
    on: '2026-10-05',
    age: 30,
    did: { deceived_owner_of_money: true, damage: 4_325_000 },
    gives: ['supported criminal.190.3'],
  },
  {
    name: 'Fraud against two people',
    on: '2026-10-05',
    age: 30,
    did: { deceived_owner_of_money: true, damage: 300_000, victims: { count: 2 } },
    gives: ['supported criminal.190.3'],
  },
  {
    name: 'Fraud of 4,000 MRP',
    on: '2026-10-05',
    age: 30,
    did: { deceived_owner_of_money: true, damage: 17_300_000 },
    gives: ['supported criminal.190.4'],
  },
  {
    name: 'Fraud over the Internet before 16.09.2025: the earlier edition, with what changed',
    on: '2025-05-05',
    age: 30,
    did: { deceived_owner_of_money: true, through_internet: true, damage: 300_000 },
    gives: ['supported criminal.190.2'],
  },
  {
    name: 'Fraud at 15',
    on: '2026-10-05',
    age: 15,
    did: { deceived_owner_of_money: true, damage: 300_000 },
    gives: [],
  },
  {
    name: 'Theft by breaking into an account',
    on: '2026-10-05',
    age: 30,
    did: { took_secretly: true, broke_into_system: true, damage: 300_000 },
    gives: ['supported criminal.188.2', 'partly criminal.205.1'],
  },
  {
    name: 'The same at 15: parts 2 to 4 of theft are from 14, article 205 from 16',
    on: '2026-10-05',
    age: 15,
    did: { took_secretly: true, broke_into_system: true, damage: 300_000 },
    gives: ['supported criminal.188.2'],
  },
  {
    name: 'A plain theft at 15: part 1 is from 16',
    on: '2026-10-05',
    age: 15,
    did: { took_secretly: true, damage: 300_000 },
    gives: [],
  },
  {
    name: 'Theft of 500 MRP',
    on: '2026-10-05',
    age: 30,
    did: { took_secretly: true, damage: 2_162_500 },
    gives: ['supported criminal.188.3'],
  },
  {
    name: 'A SIM doubled to get into an account',
    on: '2026-10-05',
    age: 30,
    did: { cloned_sim: true },
    gives: ['supported criminal.213.1'],
  },
  {
    name: 'Data of clients sold',
    on: '2026-10-05',
    age: 30,
    did: { spread_personal_data: true, reward_paid: 100_000 },
    gives: ['supported criminal.211.2'],
  },
  {
    name: 'Malware made',
    on: '2026-10-05',
    age: 30,
    did: { made_malware: true },
    gives: ['supported criminal.210.1'],
  },

  // Drugs and terror.
  {
    name: 'A drug advert in a messenger: part 2 of 299-1',
    on: '2026-10-05',
    age: 30,
    did: { advertised_drugs: true, by_online_platform: true },
    gives: ['supported criminal.299-1.2'],
  },
  {
    name: 'Graffiti that advertises drugs',
    on: '2026-10-05',
    age: 30,
    did: { advertised_drugs: true },
    gives: ['supported criminal.299-1.1'],
  },
  {
    name: 'Sale of drugs in an especially large amount',
    on: '2026-10-05',
    age: 30,
    did: { sold_drugs: true, drug_size: 'especially_large' },
    gives: ['supported criminal.297.3'],
  },
  {
    name: 'Sale of drugs before the edition that was read',
    on: '2025-01-05',
    age: 30,
    did: { sold_drugs: true },
    gives: ['partly criminal.297.1'],
  },
  {
    name: 'A minor induced to use drugs',
    on: '2026-10-05',
    age: 30,
    did: { induced_drug_use: true, minor_drawn_in: true },
    gives: ['supported criminal.299.3'],
  },
  {
    name: 'Financing of terrorism at 15',
    on: '2026-10-05',
    age: 15,
    did: { financed_terrorism: 100_000 },
    gives: ['supported criminal.258.1'],
  },
  {
    name: 'Financing of terrorism over 1,000 MRP; no article 65 for it',
    on: '2026-10-05',
    age: 30,
    did: { financed_terrorism: 4_325_001 },
    gives: ['supported criminal.258.2'],
    release: { 'criminal.258.note': 'possible', 'criminal.67': 'possible' },
  },
  {
    name: 'A dropper who knew of the drugs: the note does not help with the other offence',
    on: '2026-10-05',
    age: 20,
    did: {
      ...ACCESS,
      reward_paid: 30_000,
      sold_drugs: true,
      first_offence: true,
      declared_voluntarily: true,
      helped_actively: true,
    },
    gives: ['supported criminal.232-1.1', 'supported criminal.297.1', BAN_ACCESS],
    release: { 'criminal.232-1.note': 'closed' },
  },
];

const PARTY = 'c1';

/** A case of one person with nothing in it but what is said of the act. */
function caseOf({ on, age, did, company = false }: TestAct): CaseFile {
  const whole = caseFileFixture();
  const party: CaseParty = {
    ...whole.parties[0],
    id: PARTY,
    kind: company ? 'company' : 'person',
    bornOn: typeof age === 'number' ? `${Number(on.slice(0, 4)) - age}-01-15` : age,
    taxNumber: null,
    role: 'mule',
  };
  const actAt = Date.parse(`${on}T12:00:00+05:00`);
  const facts = Object.entries(did).map(
    ([kind, said], i): CaseFact => ({
      factId: i + 1,
      kind: kind as FactKind,
      party: PARTY,
      says: said === false ? 'no' : 'yes',
      value: factValue(said),
      actAt,
      shownBy: [],
      note: null,
      by: 'test',
      recordedAt: actAt,
    }),
  );
  return {
    ...whole,
    parties: [party],
    accounts: [],
    transfers: [],
    posts: [],
    contacts: [],
    facts,
  };
}

function factValue(said: boolean | number | string | { readonly count: number }): FactValue | null {
  if (typeof said === 'boolean') return null;
  if (typeof said === 'number') return { type: 'money', amountMinor: said * 100, currency: 'KZT' };
  if (typeof said === 'string') return { type: 'word', word: said };
  return { type: 'count', count: said.count };
}

export function judge(book: OffenceBook, act: TestAct): PartyQualification {
  const today = Date.parse(`${TEST_ACTS_ON}T12:00:00+05:00`);
  return (
    qualify(book, caseOf(act), today).parties[0] ?? {
      party: caseOf(act).parties[0],
      age: null,
      protection: [],
      findings: [],
      concurrence: [],
    }
  );
}

const short = (id: string): string => id.slice(id.indexOf('.') + 1);

/** What was found, as the table writes it. */
export const givenBy = ({ findings }: PartyQualification): string[] =>
  findings.map(({ state, tier, offence }) => `${state} ${short(tier?.tier.id ?? offence.id)}`);

export const releaseOf = ({ findings }: PartyQualification): Record<string, string> =>
  Object.fromEntries(
    (findings[0]?.release ?? []).map(({ ground, state }) => [short(ground.id), state]),
  );
