import type { CaseFile } from '../../../domain/case/case-file.ts';
import { LOCAL_OFFSET_MS } from '../../../domain/local-day.ts';
import { linkKeysOf } from '../../customers/link-keys.ts';

export const SHARED_KINDS = [
  'phone',
  'email',
  'device',
  'ip',
  'address',
  'document',
  'payer',
  'payee',
  'post',
  'opening_day',
] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** What two or more of the compared parties have in common. */
export interface SharedThing {
  readonly kind: SharedKind;
  /** The thing as the first of them writes it; of an account or a post its id in the case file. */
  readonly value: string;
  readonly parties: readonly string[];
}

/** Things of one case that are told to be shared. */
const SHARED_MOST = 1_000;

/**
 * What parties share: what they are reached by and sit at, who paid to both or was paid by both, posts that name both, the day
 * on which their accounts were opened. Two spellings of one address are one.
 */
export function compareParties(file: CaseFile, compared: readonly string[]): SharedThing[] {
  const things = new Map<string, { kind: SharedKind; value: string; parties: Set<string> }>();
  const has = (party: string, kind: SharedKind, value: string, key = value): void => {
    const known = things.get(`${kind} ${key}`) ?? { kind, value, parties: new Set<string>() };
    known.parties.add(party);
    things.set(`${kind} ${key}`, known);
  };
  for (const party of file.parties.filter(({ id }) => compared.includes(id))) {
    for (const phone of party.phones) has(party.id, 'phone', phone);
    for (const email of party.emails) has(party.id, 'email', email.toLowerCase());
    if (party.document?.number) has(party.id, 'document', party.document.number);
    if (party.address !== null)
      for (const { value } of linkKeysOf({ devices: [], ips: [], address: party.address }))
        has(party.id, 'address', party.address, value);
    ofAccounts(file, party.id, (kind, value) => has(party.id, kind, value));
    ofContacts(file, party.id, (kind, value) => has(party.id, kind, value));
  }
  return [...things.values()]
    .filter(({ parties }) => parties.size > 1)
    .map(({ parties, ...thing }) => ({ ...thing, parties: [...parties] }))
    .sort(
      (a, b) =>
        SHARED_KINDS.indexOf(a.kind) - SHARED_KINDS.indexOf(b.kind) ||
        b.parties.length - a.parties.length ||
        (a.value < b.value ? -1 : 1),
    )
    .slice(0, SHARED_MOST);
}

type Tell = (kind: SharedKind, value: string) => void;

function ofAccounts(file: CaseFile, party: string, tell: Tell): void {
  const own = file.accounts.filter(({ holder }) => holder === party);
  const ids = new Set(own.map(({ id }) => id));
  for (const { devices, ips, openedAt } of own) {
    for (const device of devices) tell('device', device);
    for (const ip of ips) tell('ip', ip);
    if (openedAt !== null)
      tell('opening_day', new Date(openedAt + LOCAL_OFFSET_MS).toISOString().slice(0, 10));
  }
  for (const { payer, payee } of file.transfers) {
    if (ids.has(payee) && !ids.has(payer)) tell('payer', payer);
    if (ids.has(payer) && !ids.has(payee)) tell('payee', payee);
  }
}

/** Posts that carry something that the party or one of its accounts is known by. */
function ofContacts(file: CaseFile, party: string, tell: Tell): void {
  const own = new Set([
    party,
    ...file.accounts.filter(({ holder }) => holder === party).map(({ id }) => id),
  ]);
  const posts = new Set(file.posts.map(({ id }) => id));
  for (const { seenWith } of file.contacts)
    if (seenWith.some((id) => own.has(id)))
      for (const id of seenWith) if (posts.has(id)) tell('post', id);
}
