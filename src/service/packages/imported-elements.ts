import type {
  CaseAccount,
  CaseContact,
  CaseParty,
  CasePost,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import type { Origin } from '../../domain/case/marking.ts';
import type { Store, Transaction } from '../../store/store.ts';

/** Elements of other houses that were given to a case, each with its origin. What bears no mark of its own stays with the package. */
export interface ImportedElements {
  readonly parties: readonly CaseParty[];
  readonly accounts: readonly CaseAccount[];
  readonly transfers: readonly CaseTransfer[];
  readonly posts: readonly CasePost[];
  readonly contacts: readonly CaseContact[];
  /** There were more than a case file carries. */
  readonly cut: boolean;
}

/** Of one case, all packages together. */
const IMPORTED_MOST = 5_000;

const LISTS = {
  party: 'parties',
  account: 'accounts',
  transfer: 'transfers',
  post: 'posts',
  contact: 'contacts',
} as const;
type Kind = keyof typeof LISTS;

/**
 * What packages of other houses say that people gave to a case, with ids of our own: 'i17', of a transfer 'i17:' and the sender's
 * reference. References within a package are kept, those that lead nowhere are left out. Reads as the transaction may.
 */
export async function importedElements(
  { vault }: Pick<Store, 'vault'>,
  trx: Transaction,
  caseId: number,
): Promise<ImportedElements> {
  const rows = await trx
    .selectFrom('case_items as i')
    .innerJoin('packages as p', (on) =>
      on.on((eb) => eb(eb.cast<string>('p.package_id', 'text'), '=', eb.ref('i.ref'))),
    )
    .innerJoin('imported_facts as f', 'f.package_id', 'p.package_id')
    .select([
      'f.imported_id',
      'f.package_id',
      'f.element',
      'f.from_code',
      'f.tlp',
      'f.named_to',
      'f.sealed',
    ])
    .where('i.case_id', '=', caseId)
    .where('i.kind', '=', 'package')
    .where('i.removed_at', 'is', null)
    .where('p.direction', '=', 'in')
    .where('f.element', 'in', Object.keys(LISTS) as Kind[])
    .orderBy('f.imported_id')
    .limit(IMPORTED_MOST + 1)
    .execute();
  const opened = rows.slice(0, IMPORTED_MOST).map((row) => {
    const body = JSON.parse(vault.open(row.sealed).toString()) as Record<string, unknown>;
    const told = String(body.id ?? '');
    const id = row.element === 'transfer' ? `i${row.imported_id}:${told}` : `i${row.imported_id}`;
    return { row, body, told, id };
  });
  // Ids of a package are unique within a list of it; references say which list they mean.
  const byKind = new Map(
    opened.map(({ row, told, id }) => [keyOf(row.package_id, row.element, told), id]),
  );
  const found: Record<(typeof LISTS)[Kind], object[]> = {
    parties: [],
    accounts: [],
    transfers: [],
    posts: [],
    contacts: [],
  };
  for (const { row, body, id } of opened) {
    const origin: Origin = {
      packageId: row.package_id,
      from: row.from_code,
      tlp: row.tlp,
      namedTo: row.named_to,
    };
    const ref = (kind: Kind, told: unknown): string | null =>
      byKind.get(keyOf(row.package_id, kind, String(told))) ?? null;
    const any = (told: string): string[] =>
      (Object.keys(LISTS) as Kind[]).flatMap((kind) => ref(kind, told) ?? []).slice(0, 1);
    const element = { ...body, id, origin };
    if (row.element === 'account')
      found.accounts.push({
        ...element,
        holder: body.holder === null ? null : ref('party', body.holder),
      });
    else if (row.element === 'transfer') {
      const payer = ref('account', body.payer);
      const payee = ref('account', body.payee);
      // A transfer between accounts that nobody named says nothing.
      if (payer !== null && payee !== null) found.transfers.push({ ...element, payer, payee });
    } else if (row.element === 'contact')
      found.contacts.push({ ...element, seenWith: (body.seenWith as string[]).flatMap(any) });
    else found[LISTS[row.element as Kind]].push(element);
  }
  return { ...(found as unknown as ImportedElements), cut: rows.length > IMPORTED_MOST };
}

const keyOf = (packageId: number, element: string, id: string): string =>
  `${packageId}\0${element}\0${id}`;
