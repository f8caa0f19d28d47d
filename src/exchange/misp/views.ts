import type {
  CaseAccount,
  CaseContact,
  CaseFile,
  CaseParty,
  CasePost,
  CaseSignal,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import { exponentOf } from '../../domain/currency.ts';
import { isoTime } from '../element-marks.ts';
import { decimal } from '../goaml/amount.ts';
import { LOOKED_FOR } from '../looked-for.ts';
import type { AttributeType, TemplateName } from './object-templates.ts';

/**
 * How an element looks in a published template: what a reader who knows nothing of us sees, and what MISP correlates. Several
 * values of one relation are several parts; empty ones are not there, for MISP takes no empty attribute.
 */
export interface View {
  readonly template: TemplateName;
  readonly parts: readonly Part[];
}
export interface Part {
  readonly relation: string;
  readonly value: string;
  /** That other systems should look for it. */
  readonly toIds?: boolean;
  readonly comment?: string;
}
/** A contact that no template is for: an attribute of the event by itself. */
export interface LoneView {
  readonly type: AttributeType;
  readonly value: string;
  readonly toIds: boolean;
}

type Told = readonly (readonly [relation: string, value: string | null, more?: Partial<Part>])[];

const view = (template: TemplateName, told: Told, otherwise: Part): View => {
  const parts = told.flatMap(([relation, value, more]) =>
    value === null || value === '' ? [] : [{ relation, value, ...more }],
  );
  return { template, parts: parts.length === 0 ? [otherwise] : parts };
};

export const partyView = (party: CaseParty): View =>
  party.kind === 'company' ? entityView(party) : personView(party);

const SEX = { male: 'Male', female: 'Female' } as const;

function personView(party: CaseParty): View {
  const { personName: name, document } = party;
  const named: Told = [
    ['full-name', party.name],
    ['last-name', name?.surname ?? null],
    ['first-name', name?.given ?? null],
  ];
  // One of these names is required, and a patronymic alone is none: where none may leave, the party is called by its id.
  const isNamed = named.some(([, value]) => value !== null && value !== '');
  return view(
    'person',
    [
      ...named,
      ['middle-name', name?.patronymic ?? null],
      ['alias', isNamed ? null : calledBy(party.id)],
      ['date-of-birth', party.bornOn],
      ['place-of-birth', party.birthPlace],
      ['gender', party.sex === null ? null : SEX[party.sex]],
      ['nationality', party.citizenship],
      // The templates have no place for an IIN; it is the number that the identity card of Kazakhstan bears.
      ['identity-card-number', party.taxNumber, { comment: 'IIN' }],
      ['passport-number', document?.kind === 'passport' ? document.number : null],
      ...party.phones.map((phone) => ['phone-number', phone] as const),
      ...party.emails.map((email) => ['e-mail', email] as const),
      ['address', party.address],
      ['occupation', party.occupation],
      ['role', party.role === 'victim' ? 'Victim' : null],
      ['text', supposed(party.role)],
    ],
    { relation: 'alias', value: calledBy(party.id) },
  );
}

const entityView = (party: CaseParty): View =>
  view(
    'legal-entity',
    [
      ['name', party.name === null || party.name === '' ? calledBy(party.id) : party.name],
      ['registration-number', party.taxNumber, { comment: 'BIN' }],
      // The template takes one; the others are in the element.
      ['phone-number', party.phones[0] ?? null],
      ['text', supposed(party.role)],
    ],
    { relation: 'name', value: calledBy(party.id) },
  );

const calledBy = (id: string): string => `Party ${id}`;

/** A role is what the money shows: a supposition, and never guilt. */
const supposed = (role: CaseParty['role']): string | null =>
  role === 'unknown' ? null : `Supposed role in the flow of money: ${role}`;

const STATUS: Readonly<Record<CaseAccount['status'], string | null>> = {
  active: 'A - Active',
  held: null, // the template has no word for it: it is said in the text
  closed: 'B - Inactive',
};

export function accountView(account: CaseAccount): View {
  const toIds = LOOKED_FOR.includes(account.role);
  const text = [
    supposed(account.role),
    account.status === 'held' ? 'Held by its bank' : null,
  ].filter((line) => line !== null);
  // The number is required: where none is told, the account is called by its id.
  const number = account.account === '' ? account.id : account.account;
  if (account.isWallet) return coinView(number, account.currency, toIds, text.join('. '));
  return view(
    'bank-account',
    [
      [account.isIban ? 'iban' : 'account', number, { toIds }],
      ['swift', account.home?.bic ?? null],
      ['institution-name', account.home?.name ?? null],
      ['institution-code', account.home?.code ?? null],
      ['currency-code', account.currency],
      ['opened', account.openedAt === null ? null : isoTime(account.openedAt)],
      ['status-code', STATUS[account.status]],
      ['text', text.join('. ')],
    ],
    { relation: 'account', value: number },
  );
}

const COIN_RELATIONS: Readonly<Record<string, string>> = { BTC: 'address', XMR: 'address-xmr' };

const coinView = (address: string, symbol: string | null, toIds: boolean, text: string): View => {
  const relation = Object.hasOwn(COIN_RELATIONS, symbol ?? '')
    ? COIN_RELATIONS[symbol ?? '']!
    : 'address-crypto';
  return view(
    'coin-address',
    [
      [relation, address, { toIds }],
      ['symbol', symbol],
      ['text', text],
    ],
    { relation, value: address },
  );
};

/** Countries come from the accounts of both sides. */
export function transferView(
  transfer: CaseTransfer,
  accounts: ReadonlyMap<string, Pick<CaseAccount, 'home'>>,
): View {
  const { amountMinor, currency } = transfer;
  return view(
    'transaction',
    [
      ['transaction-number', transfer.id],
      ['date', transfer.at === 0 ? null : isoTime(transfer.at)],
      [
        'amount',
        amountMinor === 0 ? null : `${decimal(amountMinor, exponentOf(currency) ?? 2)} ${currency}`,
      ],
      ['transmode-code', transfer.channel],
      ['from-country', accounts.get(transfer.payer)?.home?.country ?? null],
      ['to-country', accounts.get(transfer.payee)?.home?.country ?? null],
      ['text', transfer.text],
    ],
    { relation: 'transaction-number', value: transfer.id },
  );
}

export const postView = (post: CasePost): View =>
  view(
    'microblog',
    [
      ['post', post.text],
      ['url', post.url],
      ['username', post.author?.replace(/^@/, '') ?? null],
      ['creation-date', post.at === 0 ? null : isoTime(post.at)],
      ['language', post.lang === 'und' ? null : post.lang],
      ['type', post.url !== null && /^https?:\/\/t\.me\//i.test(post.url) ? 'Telegram' : 'Other'],
      // A post or its address is required.
      ...(post.text === '' && !post.url ? [['post', `Post ${post.id}`] as const] : []),
    ],
    { relation: 'post', value: `Post ${post.id}` },
  );

const CONTACT_TEMPLATES: Readonly<Partial<Record<CaseContact['kind'], [TemplateName, string]>>> = {
  phone: ['phone-number', 'phone-number'],
  handle: ['telegram-account', 'username'],
  bot: ['telegram-account', 'username'],
  invite: ['url', 'url'],
  profile: ['url', 'url'],
  link: ['url', 'url'],
  device: ['device', 'name'],
};
const LONE_TYPES: Readonly<Partial<Record<CaseContact['kind'], AttributeType>>> = {
  card: 'cc-number',
  email: 'email',
  ip: 'ip-src',
};

/** A contact in its template or as a lone attribute; null: nothing of it may leave. */
export function contactView(
  contact: CaseContact,
  posts: ReadonlySet<string>,
): View | LoneView | null {
  const { kind, value, seenWith } = contact;
  if (value === '') return null;
  const toIds = seenWith.some((ref) => posts.has(ref));
  if (kind === 'wallet') return coinView(value, null, toIds, '');
  if (kind === 'iban')
    return { template: 'bank-account', parts: [{ relation: 'iban', value, toIds }] };
  const lone = LONE_TYPES[kind];
  if (lone !== undefined) return { type: lone, value, toIds };
  const [template, relation] = CONTACT_TEMPLATES[kind]!;
  return { template, parts: [{ relation, value, toIds }] };
}

/** Why the system signalled, as a text of the event; null: it may not leave. */
export const signalView = ({ text }: Pick<CaseSignal, 'text'>): LoneView | null =>
  text === '' ? null : { type: 'text', value: text, toIds: false };

/** The case as a report; the stories of its networks are its summaries. */
export const reportView = (file: Pick<CaseFile, 'title' | 'number' | 'networks'>): View =>
  view(
    'report',
    [
      ['title', file.title === '' ? file.number : file.title],
      ['case-number', file.number],
      ['type', 'Case'],
      ...file.networks.map(({ story }) => ['summary', story] as const),
      ...(file.title === '' && file.number === '' ? [['title', 'Case'] as const] : []),
    ],
    { relation: 'title', value: 'Case' },
  );
