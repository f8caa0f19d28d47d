import type { AccountFacts } from '../../domain/account.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { parseIin } from '../../domain/iin.ts';
import { LOCAL_OFFSET_MS } from '../../domain/local-day.ts';
import { readPersonName } from '../../screening/documents/person-name.ts';
import type { ExactKey } from '../../screening/lists/exact-key.ts';
import { identifierKey } from '../identifier-key.ts';
import { accountName } from '../live/account-names.ts';
import type { Institution } from '../live/transfer-request.ts';
import { documentState } from './document-state.ts';
import { type KeptCustomer, keptOf, type ToldCustomer } from './kept-customer.ts';
import { type LinkKey, linkKeysOf } from './link-keys.ts';

/** A client read and in normal form: nothing of it is refused any more but for an account of somebody else. */
export interface ReadyCustomer {
  readonly told: ToldCustomer;
  readonly kept: KeptCustomer;
  readonly keys: readonly ExactKey[];
  readonly links: readonly LinkKey[];
  /** As the whole system names them, each once. */
  readonly accounts: readonly string[];
  readonly facts: AccountFacts;
}

/** Fails with the codes of `identifierKey`, `documentState` and `readPersonName`, QRG_CUSTOMER_DATE. */
export function readCustomer(
  institution: Institution,
  asTold: ToldCustomer,
  now: number,
): Result<ReadyCustomer> {
  const name = asTold.kind === 'person' ? readPersonName(asTold.name) : ok(asTold.name);
  if (!name.ok) return name;
  const told = { ...asTold, name: name.value };
  const keys: ExactKey[] = [];
  for (const identifier of withDocument(told)) {
    const key = identifierKey(identifier);
    if (!key.ok) return key;
    if (!keys.some((known) => known.kind === key.value.kind && known.value === key.value.value))
      keys.push(key.value);
  }
  const wrong = wrongDate(told, now);
  if (wrong !== undefined) return fail('QRG_CUSTOMER_DATE', wrong);
  const kept = keptOf(told, keys);
  const document = documentState(kept);
  if (document?.ok === false) return document;
  const accounts = [...new Set(told.accounts.map((account) => accountName(institution, account)))];
  return ok({
    told,
    kept,
    keys,
    links: linkKeysOf(told),
    accounts,
    facts: accountFacts(told, keys),
  });
}

/** The number of the document finds the customer as one that was told by itself does. */
const withDocument = ({ identifiers, document }: ToldCustomer): ToldCustomer['identifiers'] =>
  document?.number === undefined
    ? identifiers
    : [...identifiers, { kind: 'document', value: document.number }];

/** Nobody older has been told of; and what has happened lies not in the future, a clock that runs ahead let pass. */
const EARLIEST = '1880-01-01';
const CLOCK_SKEW_MS = 5 * 60_000;

/** What of the dates cannot be; days are local ones. */
function wrongDate(told: ToldCustomer, now: number): { field: string; value: string } | undefined {
  const today = new Date(now + LOCAL_OFFSET_MS).toISOString().slice(0, EARLIEST.length);
  for (const field of ['bornOn', 'registeredOn'] as const) {
    const value = told[field];
    if (value !== undefined && (value > today || value < EARLIEST)) return { field, value };
  }
  for (const field of ['phoneChangedAt', 'creditApplicationsAt'] as const) {
    const late = [told[field] ?? []].flat().find((at) => at > now + CLOCK_SKEW_MS);
    if (late !== undefined) return { field, value: new Date(late).toISOString() };
  }
  return undefined;
}

/** What the engine learns of every account of the client. */
function accountFacts(told: ToldCustomer, keys: readonly ExactKey[]): AccountFacts {
  const owner = keys.find(({ kind }) => kind === 'iin' || kind === 'bin');
  const bornAt = bornAtOf(told.bornOn, owner?.kind === 'iin' ? owner.value : undefined);
  const phones = keys.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
  const contacts = [...phones, ...told.devices];
  return {
    ownerKind: told.kind,
    ...(owner && { owner: owner.value }),
    ...(bornAt !== undefined && { bornAt }),
    ...(told.openedAt !== undefined && { openedAt: told.openedAt }),
    ...(told.incomeMonthMinor !== undefined && { incomeMonthMinor: told.incomeMonthMinor }),
    ...(told.cards !== undefined && { cards: told.cards }),
    ...(contacts.length > 0 && { contacts }),
  };
}

/** As told; else as the IIN says. Epoch ms, midnight UTC. */
export function bornAtOf(
  bornOn: string | null | undefined,
  iin: string | undefined,
): number | undefined {
  if (bornOn != null) return Date.parse(bornOn);
  const read = iin === undefined ? undefined : parseIin(iin);
  return read?.ok ? read.value.bornAt : undefined;
}
