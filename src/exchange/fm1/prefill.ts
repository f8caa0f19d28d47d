import type {
  CaseAccount,
  CaseFile,
  CaseParty,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import { exponentOf } from '../../domain/currency.ts';
import type { FilingKind } from '../../domain/filing/filing-acts.ts';
import type { Language } from '../../domain/language.ts';
import type { Purpose } from '../../domain/transfer.ts';
import type { Fm1Document, Fm1Participant, Fm1Values } from './document.ts';

export interface Fm1Wish {
  readonly kind: FilingKind;
  /** Id of the transfer that it is about. */
  readonly transfer: string;
  /** Code of 3.2(1); undefined: a person says. */
  readonly operation?: string | undefined;
  /** Part 2, as the institution keeps it. */
  readonly reporter: Fm1Values;
  readonly language: Language;
  /** A moment on the clock of Almaty: 'YYYY-MM-DDTHH:MM:SS'. */
  readonly clock: (at: number) => string;
}

/** Codes of 1.5 by what a notice is about; data/law/kz/fm1/form.yaml names them. */
export const GROUND_OF: Readonly<Record<FilingKind, string>> = {
  suspicion_before: '2',
  suspicion_after: '2',
  activity: '2',
  study: '8',
  typology: '10',
  refusal: '13',
  list: '4',
  threshold: '1',
};

/** 1.4 by what became of the transfer; one that was returned had been carried out. */
const STATUS: Readonly<Record<CaseTransfer['state'], string>> = {
  executed: '1',
  refused: '2',
  held: '3',
  returned: '1',
};

/** For an operation that was recognised as suspicious and has no other code: annex 6, footnote. */
const SUSPICIOUS_OPERATION = '6062';

/** 3.5: numbers of ISO 4217. */
const CURRENCIES: Readonly<Record<string, string>> = {
  KZT: '398',
  USD: '840',
  EUR: '978',
  RUB: '643',
  CNY: '156',
  KGS: '417',
  UZS: '860',
  AED: '784',
  TRY: '949',
  GBP: '826',
};

/** 3.8, and 4.3 of payer and payee, by purpose; of any other a transfer by agreement, between participants of no named kind. */
const DEALS: Readonly<Partial<Record<Purpose, readonly [string, string, string]>>> = {
  own: ['31', '58', '59'],
  gift: ['04', '03', '04'],
  charity: ['04', '03', '04'],
  loan: ['10', '22', '23'],
  loan_return: ['10', '23', '22'],
  goods: ['02', '02', '01'],
};
const TRANSFER_DEAL = ['14', '55', '55'] as const;
const ACCOUNT_DEAL = ['13', '55', '55'] as const;

const NUMBER_MOST = 30;
const WORDS_MOST = 1_000;

/**
 * A notice of one transfer, filled in as far as the case tells. What is not known stays empty, and nothing is guessed: the check
 * names it, and a person fills it in. `file` has the transfer; throws a RangeError where it has not.
 */
export function prefillFm1(file: CaseFile, wish: Fm1Wish): Fm1Document {
  const transfer = file.transfers.find(({ id }) => id === wish.transfer);
  if (transfer === undefined) throw new RangeError(`transfer ${wish.transfer}`);
  const participants = participantsOf(file, transfer);
  return {
    reporter: wish.reporter,
    message: some({
      '1.3': '1',
      '1.4': STATUS[transfer.state],
      '1.5': GROUND_OF[wish.kind],
      '3.0': wish.clock(transfer.at),
      '3.1': transfer.id.slice(-NUMBER_MOST),
      '3.2(1)': wish.operation ?? (GROUND_OF[wish.kind] === '2' ? SUSPICIOUS_OPERATION : ''),
      // Transfers as banks tell them carry no such code.
      '3.3(2)': 'True',
      '3.4': String(participants.length),
      '3.5': CURRENCIES[transfer.currency] ?? '',
      '3.6': amountOf(transfer),
      '3.7': transfer.currency === 'KZT' ? amountOf(transfer) : '',
      '3.8': dealOf(transfer)[0],
      '3.14': wordsOf(file, transfer, wish),
    }),
    references: [],
    participants,
  };
}

const isCash = ({ channel }: CaseTransfer): boolean =>
  channel === 'cash_in' || channel === 'cash_out';

const dealOf = (transfer: CaseTransfer): readonly [string, string, string] =>
  DEALS[transfer.purpose] ?? (isCash(transfer) ? ACCOUNT_DEAL : TRANSFER_DEAL);

function amountOf({ amountMinor, currency }: CaseTransfer): string {
  const exponent = exponentOf(currency) ?? 2;
  const whole = (amountMinor / 10 ** exponent).toFixed(Math.max(exponent, 2));
  return whole.slice(0, whole.indexOf('.') + 3);
}

function participantsOf(file: CaseFile, transfer: CaseTransfer): Fm1Participant[] {
  const [, payerView, payeeView] = dealOf(transfer);
  const sides = [
    { id: transfer.payer, role: '1', view: payerView },
    { id: transfer.payee, role: '2', view: payeeView },
  ];
  return sides.flatMap(({ id, role, view }) => {
    const account = file.accounts.find((one) => one.id === id);
    const party = file.parties.find((one) => one.id === account?.holder);
    // The other side of cash is the till.
    if (isCash(transfer) && party === undefined) return [];
    return [{ fields: participant(file, { account, party, role, view }), founders: [] }];
  });
}

const TYPES: Readonly<Record<CaseParty['kind'], string>> = {
  company: '1',
  person: '2',
  sole_trader: '3',
  unknown: '',
};

interface Side {
  readonly account: CaseAccount | undefined;
  readonly party: CaseParty | undefined;
  readonly role: string;
  readonly view: string;
}

function participant(file: CaseFile, { account, party, role, view }: Side): Fm1Values {
  const type = party === undefined ? '' : TYPES[party.kind];
  return some({
    '4.1': role,
    '4.2': party?.isClient === true ? '2' : '1',
    '4.3': view,
    '4.4': party === undefined ? '' : residence(party),
    '4.5': type,
    // A client is asked; of anybody else an institution does not know.
    '4.6': party?.pep === true ? '2' : party?.isClient === true ? '1' : '',
    ...bankOf(file, account),
    '4.13': party?.taxNumber ?? '',
    '4.22': party?.phones[0] ?? '',
    '4.23': party?.emails[0] ?? '',
    ...(party === undefined ? {} : nameOf(party, type)),
    ...(party === undefined || type === '1' || type === '' ? {} : personOf(party)),
    ...(party?.address && type !== ''
      ? { '4.21(1)': residence(party), '4.21(8)': party.address }
      : {}),
  });
}

function bankOf({ institution }: CaseFile, account: CaseAccount | undefined): Fm1Values {
  if (account === undefined) return {};
  const { home } = account;
  return {
    '4.7(1.4)': account.account,
    '4.7(1.2)': home?.name ?? '',
    '4.7(1.3)': home?.bic ?? home?.code ?? '',
    '4.7(1.1)': home?.country ?? (account.isForeign ? '' : institution.country),
  };
}

/** An address of another country is no sign of residence; a person of this one is told by the bank to be resident. */
const residence = ({ resident, citizenship }: CaseParty): string =>
  resident === true ? 'KZ' : (citizenship ?? '');

function nameOf({ name, personName }: CaseParty, type: string): Fm1Values {
  // The form has no place for a name before it is known whether it is of a person.
  if (type === '') return { '4.25': name ?? '' };
  if (type === '1') return { '4.8(1.2)': name ?? '', '4.8(2)': name === null ? 'True' : '' };
  if (personName !== null)
    return {
      '4.14(1.1)': personName.surname,
      '4.14(1.2)': personName.given,
      '4.14(1.3)': personName.patronymic ?? '',
    };
  return { '4.14(1.1)': name ?? '', '4.14(2.1)': name === null ? 'True' : '' };
}

function personOf({ bornOn, birthPlace, document, citizenship }: CaseParty): Fm1Values {
  return {
    '4.19': bornOn ?? '',
    '4.20': birthPlace ?? '',
    ...(document === null
      ? {}
      : {
          '4.15': documentCode(document.kind, citizenship),
          '4.16(1)': document.number ?? '',
          '4.16(2)': document.series ?? '',
          '4.17': document.issuedBy ?? '',
          '4.18': document.issuedOn ?? '',
        }),
  };
}

/** 4.15: annex 5. */
function documentCode(kind: string, citizenship: string | null): string {
  const isOwn = citizenship === 'KZ';
  if (kind === 'id_card' || kind === 'identity_card') return isOwn ? '01' : '012';
  if (kind === 'passport') return isOwn ? '02' : '03';
  return kind === 'residence_permit' ? '04' : '';
}

const WORDS = {
  case: { ru: 'Дело', kk: 'Іс', en: 'Case' },
  number: { ru: 'Полный номер операции', kk: 'Операцияның толық нөмірі', en: 'Whole number' },
  signs: { ru: 'Замечено', kk: 'Байқалды', en: 'Noticed' },
  others: {
    ru: 'Другие подозрительные операции дела',
    kk: 'Істің басқа күдікті операциялары',
    en: 'Other suspicious operations of the case',
  },
} as const;

/** 3.14: what a reader has to know besides; whole sentences as far as the format has room. */
function wordsOf(file: CaseFile, transfer: CaseTransfer, { kind, language }: Fm1Wish): string {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const lines: string[] = [];
  if (transfer.id.length > NUMBER_MOST) lines.push(`${word('number')}: ${transfer.id}.`);
  if (kind !== 'threshold') {
    lines.push(`${word('case')} ${file.number}.`);
    const sides = [transfer.id, transfer.payer, transfer.payee];
    const seen = file.signals.filter(({ about }) => about.some((id) => sides.includes(id)));
    // A reason in words may end as a sentence does.
    const signs = [...new Set(seen.map(({ text }) => text.replace(/\.$/, '')))];
    if (signs.length > 0) lines.push(`${word('signs')}: ${signs.join('; ')}.`);
    const others = file.transfers.filter(
      ({ id, isSuspicious }) => isSuspicious && id !== transfer.id,
    );
    if (others.length > 0)
      lines.push(
        `${word('others')}: ${others.map((one) => `${one.id} (${amountOf(one)} ${one.currency})`).join(', ')}.`,
      );
    lines.push(...file.networks.map(({ story }) => story).filter((story) => story !== ''));
  }
  let told = '';
  for (const line of lines) {
    const next = told === '' ? line : `${told} ${line}`;
    if (next.length <= WORDS_MOST) told = next;
  }
  return told;
}

/** Values that say something. */
const some = (values: Record<string, string>): Fm1Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([id, value]) => [id, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
