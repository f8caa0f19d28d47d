import type {
  CaseAccount,
  CaseFile,
  CaseParty,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import { exponentOf } from '../../domain/currency.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { FieldClass } from '../fields/field-class.ts';
import { uuid5 } from '../uuid5.ts';
import type { Written } from '../written.ts';
import {
  type AntifraudGround,
  type AntifraudMessage,
  type AntifraudSide,
  type AntifraudTransfer,
  antifraudMessageSchema,
  MESSAGE_FORMAT,
  messageBytes,
} from './message.ts';

/** Namespace of ids of messages; made once at random. */
const NAMESPACE = '8f0c7a54-6a0e-4c0d-9d1c-3f5f0b6e2a71';

/** The id of a message about one matter of one institution: telling it again is a repeat. */
export const messageId = (institution: string, ...matter: readonly (string | number)[]): string =>
  uuid5(NAMESPACE, JSON.stringify([institution, ...matter]));

export type AntifraudOptions =
  | {
      readonly kind: 'incident';
      readonly category?: 'fraud' | 'drugs' | 'gambling' | 'pyramid' | 'other';
      readonly ground?: AntifraudGround;
      /** Default: the suspicious transfers of the case, the first hundred. */
      readonly transfers?: readonly string[];
      readonly description?: string;
    }
  | {
      readonly kind: 'list_entry';
      readonly party: string;
      readonly base: 'events' | 'attempts';
      readonly change: 'add' | 'remove';
      readonly reason: string;
    };

export const ANTIFRAUD_CARRIES: readonly FieldClass[] = [
  'case.number',
  'sender.institution',
  'party.role',
  'party.name',
  'party.taxNumber',
  'party.phones',
  'party.document',
  'account.number',
  'account.home',
  'account.holder',
  'transfer.reference',
  'transfer.time',
  'transfer.amount',
  'network.story',
];
export const ANTIFRAUD_NEEDS: readonly FieldClass[] = [
  'sender.institution',
  'account.number',
  'transfer.reference',
  'transfer.time',
  'transfer.amount',
];

const TRANSFERS_MOST = 100;
const PEOPLE_MOST = 100;

/**
 * A message to the anti-fraud centre of a case: an incident, or an entry of one of its two bases. Errors: QRG_ANTIFRAUD_TRANSFERS
 * when no transfer of the case can be told; QRG_ANTIFRAUD_PARTY for a party that the case does not have or that has no
 * identifier; QRG_ANTIFRAUD_MESSAGE when a fact does not fit the form.
 */
export function writeAntifraud(file: CaseFile, options: AntifraudOptions): Result<Written> {
  const left: string[] = [];
  const made =
    options.kind === 'incident' ? incident(file, options, left) : listEntry(file, options);
  if (!made.ok) return made;
  const checked = antifraudMessageSchema.safeParse(made.value);
  if (!checked.success) {
    const [{ path, message }] = checked.error.issues as [(typeof checked.error.issues)[number]];
    return fail('QRG_ANTIFRAUD_MESSAGE', { path: path.join('.'), what: message });
  }
  return ok({
    fileName: `antifraud-${options.kind}-${checked.data.id}.json`,
    mediaType: 'application/json',
    bytes: messageBytes(checked.data),
    left,
  });
}

type Incident = Extract<AntifraudOptions, { kind: 'incident' }>;
type ListEntry = Extract<AntifraudOptions, { kind: 'list_entry' }>;

function incident(file: CaseFile, options: Incident, left: string[]): Result<AntifraudMessage> {
  const chosen = options.transfers === undefined ? null : new Set(options.transfers);
  const wanted = file.transfers.filter((t) =>
    chosen === null ? t.isSuspicious : chosen.has(t.id),
  );
  const told = wanted.flatMap((transfer) => {
    const one = transferOf(file, transfer);
    if (one === null)
      left.push(`transfer ${transfer.id}: an account or its currency cannot be told`);
    return one === null ? [] : [one];
  });
  if (told.length > TRANSFERS_MOST)
    left.push(`${told.length - TRANSFERS_MOST} transfers: a message takes ${TRANSFERS_MOST}`);
  const transfers = told.slice(0, TRANSFERS_MOST);
  if (transfers.length === 0) return fail('QRG_ANTIFRAUD_TRANSFERS');
  const people = file.parties.flatMap((party) => personOf(party, left)).slice(0, PEOPLE_MOST);
  const description = options.description ?? file.networks[0]?.story ?? '';
  return ok({
    ...envelopeOf(file, 'incident', transfers.map((transfer) => transfer.id).join('\n')),
    kind: 'incident',
    body: {
      category: options.category ?? 'fraud',
      ground: options.ground ?? 'internal_rules',
      occurredAt: transfers[0]!.at,
      transfers,
      people,
      ...(description !== '' && { description: [...description].slice(0, 4_000).join('') }),
      ...(file.number !== '' && { caseNumber: file.number }),
    },
  });
}

function personOf(party: CaseParty, left: string[]) {
  const part = party.role === 'victim' ? 'victim' : SUSPECTED.has(party.role) ? 'suspected' : null;
  if (part === null) return [];
  const identifiers = identifiersOf(party, null);
  if (identifiers === null) {
    left.push(`party ${party.id}: no identifier`);
    return [];
  }
  return [{ part, identifiers, ...nameOf(party) } as const];
}

const SUSPECTED: ReadonlySet<CaseParty['role']> = new Set([
  'collector',
  'transit',
  'cashout',
  'organiser',
  'recruiter',
  'mule',
]);

function listEntry(file: CaseFile, options: ListEntry): Result<AntifraudMessage> {
  const party = file.parties.find(({ id }) => id === options.party);
  const account = file.accounts.find(({ holder }) => holder === options.party);
  const identifiers = party === undefined ? null : identifiersOf(party, account ?? null);
  if (party === undefined || identifiers === null)
    return fail('QRG_ANTIFRAUD_PARTY', { party: options.party });
  const { base, change, reason } = options;
  return ok({
    ...envelopeOf(file, 'list_entry', base, change, party.id),
    kind: 'list_entry',
    body: { base, change, identifiers, since: iso(file.asOf), reason },
  });
}

function envelopeOf(file: CaseFile, kind: string, ...matter: readonly string[]) {
  const { code, name, bic, country } = file.institution;
  return {
    format: MESSAGE_FORMAT,
    id: messageId(code, file.number, kind, ...matter),
    sender: { code, name, ...bicOf(bic), ...(/^[A-Z]{2}$/.test(country) && { country }) },
    createdAt: iso(file.asOf),
  } as const;
}

function transferOf(file: CaseFile, transfer: CaseTransfer): AntifraudTransfer | null {
  const sideOf = (id: string): AntifraudSide | null => {
    const account = file.accounts.find((one) => one.id === id);
    return account === undefined ? null : accountSide(file, account);
  };
  const payer = sideOf(transfer.payer);
  const payee = sideOf(transfer.payee);
  const exponent = exponentOf(transfer.currency);
  if (payer === null || payee === null || exponent === undefined) return null;
  return {
    id: transfer.id,
    at: iso(transfer.at),
    amount: decimalOf(transfer.amountMinor, transfer.currency),
    currency: transfer.currency,
    payer,
    payee,
  };
}

function accountSide(file: CaseFile, account: CaseAccount): AntifraudSide | null {
  const holder = file.parties.find(({ id }) => id === account.holder);
  const identifiers = identifiersOf(holder ?? null, account);
  if (identifiers === null) return null;
  const { home } = account;
  return {
    identifiers,
    ...nameOf(holder),
    ...(home !== null &&
      home.code !== '' &&
      home.name !== '' && {
        institution: { code: home.code, name: home.name, ...bicOf(home.bic) },
      }),
  };
}

/** Null when nothing identifies. A masked card stays masked: it is what the institution has. */
function identifiersOf(party: CaseParty | null, account: CaseAccount | null) {
  const number = party?.taxNumber ?? '';
  const isTaxNumber = /^\d{12}$/.test(number);
  const told = {
    ...(isTaxNumber && (party?.kind === 'company' ? { bin: number } : { iin: number })),
    ...(account !== null && account.account !== '' && { account: account.account }),
    ...(party?.phones[0] !== undefined && party.phones[0] !== '' && { phone: party.phones[0] }),
    ...(party?.document?.number && { document: party.document.number }),
  };
  return Object.keys(told).length === 0 ? null : told;
}

const nameOf = (party: CaseParty | undefined) =>
  party?.name ? { name: [...party.name].slice(0, 200).join('') } : {};

const bicOf = (bic: string | null) =>
  bic !== null && /^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(bic) ? { bic } : {};

const iso = (at: number): string => new Date(at).toISOString();

/** Minor units in units of the currency: 4550 KZT is '45.50'. */
export function decimalOf(minor: number, currency: string): string {
  const exponent = exponentOf(currency) ?? 0;
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
