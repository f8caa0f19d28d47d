import { sql } from 'kysely';
import type { AccountFacts } from '../../../domain/account.ts';
import type {
  CaseDocument,
  CaseParty,
  CaseRole,
  PersonName,
} from '../../../domain/case/case-file.ts';
import { parseIin } from '../../../domain/iin.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import { type KeptCustomer, numberOf, openCustomer } from '../../customers/kept-customer.ts';

/** A client of an institution, opened. */
export interface OpenedCustomer {
  readonly customerId: number;
  readonly institutionId: number;
  readonly kept: KeptCustomer;
}

/** Customers by number, as far as the reader may see them; the rest is left out. */
export async function openCustomers(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, OpenedCustomer>> {
  if (customerIds.length === 0) return new Map();
  const { rows } = await sql<{ customer_id: number; institution_id: number; sealed: Buffer }>`
    SELECT customer_id, institution_id, sealed FROM customers
    WHERE customer_id = ANY (${[...customerIds]}::bigint[])`.execute(trx);
  return new Map(
    rows.map(({ customer_id, institution_id, sealed }) => [
      customer_id,
      {
        customerId: customer_id,
        institutionId: institution_id,
        kept: openCustomer(store, sealed),
      },
    ]),
  );
}

/** Everything that the shape of a party asks for, of somebody of whom nothing is known. */
const NOTHING_KNOWN = {
  personName: null,
  taxNumber: null,
  bornOn: null,
  birthPlace: null,
  sex: null,
  citizenship: null,
  resident: null,
  pep: null,
  address: null,
  phones: [],
  emails: [],
  document: null,
  registeredOn: null,
  occupation: null,
  isClient: false,
  origin: null,
} as const;

export function partyOfCustomer(
  { customerId, institutionId, kept }: OpenedCustomer,
  role: CaseRole,
  ofInstitution: number,
): CaseParty {
  const iin = kept.identifiers.find(({ kind }) => kind === 'iin')?.value;
  const isPerson = kept.kind === 'person' || kept.kind === 'sole_trader';
  return {
    ...NOTHING_KNOWN,
    id: `c${customerId}`,
    kind: kept.kind,
    name: kept.name,
    personName: isPerson ? personNameOf(kept.name) : null,
    taxNumber: numberOf(kept)?.value ?? null,
    bornOn: kept.bornOn ?? (isPerson ? bornOnOf(iin) : null),
    sex: isPerson ? sexOf(iin) : null,
    citizenship: kept.citizenship,
    resident: kept.resident,
    pep: kept.pep === null ? null : true,
    address: kept.address,
    phones: kept.identifiers.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
    document: documentOf(kept),
    registeredOn: kept.registeredOn,
    role,
    isClient: institutionId === ofInstitution,
  };
}

/** The holder of an account that is nobody's told client, from what a bank said of the account. */
export function partyOfFacts(account: number, facts: AccountFacts, role: CaseRole): CaseParty {
  const kind = facts.ownerKind ?? 'unknown';
  const isPerson = kind === 'person' || kind === 'sole_trader';
  const { owner, ownerName = null, bornAt } = facts;
  return {
    ...NOTHING_KNOWN,
    id: `o${account}`,
    kind,
    name: ownerName,
    personName: isPerson && ownerName !== null ? personNameOf(ownerName) : null,
    taxNumber: owner !== undefined && /^\d{12}$/.test(owner) ? owner : null,
    bornOn: bornAt === undefined ? null : dayOf(bornAt),
    sex: isPerson ? sexOf(owner) : null,
    role,
  };
}

/** Whether banks told of the holder at all. */
export const tellsHolder = ({ owner, ownerName }: AccountFacts): boolean =>
  owner !== undefined || ownerName !== undefined;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function bornOnOf(iin: string | undefined): string | null {
  const read = iin === undefined ? undefined : parseIin(iin);
  return read?.ok && read.value.bornAt !== undefined ? dayOf(read.value.bornAt) : null;
}

function sexOf(iin: string | undefined): 'male' | 'female' | null {
  const read = iin === undefined ? undefined : parseIin(iin);
  return read?.ok ? (read.value.sex ?? null) : null;
}

/** Documents here write the surname first. One word alone, or more than four, tell no parts. */
function personNameOf(name: string): PersonName | null {
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || words.length > 4) return null;
  const [surname, given, ...rest] = words;
  return { surname, given, patronymic: rest.length === 0 ? null : rest.join(' ') };
}

function documentOf({ document }: KeptCustomer): CaseDocument | null {
  if (document === null) return null;
  return {
    kind: document.kind,
    series: null,
    number: document.number ?? null,
    issuedBy: null,
    issuedOn: null,
    expiresOn: document.expiresOn ?? null,
  };
}
