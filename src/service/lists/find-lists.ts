import type { Selectable } from 'kysely';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import type { ListTables } from '../../store/tables/lists.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Page } from '../cursor.ts';
import type { Lists } from './lists.ts';
import { mayManage } from './managed-list.ts';
import { NumberedPages, type PageWish } from './page.ts';

export interface ListView {
  readonly listId: number;
  readonly institutionId: number | null;
  readonly kind: ListKind;
  readonly name: string;
  readonly source: string;
  readonly handling: string;
  /** Number of the version in force; null: none. */
  readonly inForce: number | null;
  readonly createdAt: number;
  readonly createdBy: string;
  /** Who asks may import and activate versions. */
  readonly managed: boolean;
}

const LISTS = new NumberedPages('lists', 0);
const VERSIONS = new NumberedPages('list-versions', 2 ** 31 - 1);

/** Lists that the principal sees: the institution's own and those for all. */
export function findLists(lists: Lists, by: Principal, wish: PageWish): Promise<Page<ListView>> {
  return lists.store.read(scopeOf(by), async (trx) => {
    const rows = await trx
      .selectFrom('lists')
      .selectAll()
      .where('list_id', '>', LISTS.after(wish))
      .orderBy('list_id')
      .limit(wish.limit + 1)
      .execute();
    return LISTS.of(
      rows,
      wish,
      (row) => row.list_id,
      (row) => viewOf(row, by),
    );
  });
}

const viewOf = (row: Selectable<ListTables['lists']>, by: Principal): ListView => ({
  listId: row.list_id,
  institutionId: row.institution_id,
  kind: row.kind,
  name: row.name,
  source: row.source,
  handling: row.handling,
  inForce: row.in_force,
  createdAt: row.created_at,
  createdBy: row.created_by,
  managed: mayManage(by, row.institution_id),
});

/** A version as it was imported. */
export interface VersionView {
  readonly listId: number;
  readonly number: number;
  readonly fileName: string;
  readonly format: string;
  readonly sha256: string;
  readonly entries: number;
  readonly keys: number;
  readonly byNameOnly: number;
  readonly rejected: number;
  readonly noted: number;
  readonly ignored: readonly string[];
  /** The version it was compared with when it was imported, and how it differed. */
  readonly comparedWith: number | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
  readonly importedAt: number;
  readonly importedBy: string;
  /** When it was in force, the last time last; `to` is null while it is. */
  readonly inForce: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly by: string;
    readonly reason: string;
  }[];
}

/** Versions of a list, the newest first. */
export function findVersions(
  lists: Lists,
  by: Principal,
  listId: number,
  wish: PageWish,
): Promise<Page<VersionView>> {
  return lists.store.read(scopeOf(by), async (trx) => {
    const rows = await trx
      .selectFrom('list_versions')
      .selectAll()
      .where('list_id', '=', listId)
      .where('number', '<', VERSIONS.after(wish))
      .orderBy('number', 'desc')
      .limit(wish.limit + 1)
      .execute();
    const activations = await trx
      .selectFrom('list_activations')
      .select(['number', 'from_at', 'to_at', 'activated_by', 'reason'])
      .where('list_id', '=', listId)
      .where('number', 'in', [0, ...rows.map(({ number }) => number)])
      .orderBy('activation_id')
      .execute();
    const inForce = Map.groupBy(activations, ({ number }) => number);
    return VERSIONS.of(
      rows,
      wish,
      (row) => row.number,
      (row) => ({
        ...versionOf(row),
        inForce: (inForce.get(row.number) ?? []).map((one) => ({
          from: one.from_at,
          to: one.to_at,
          by: one.activated_by,
          reason: one.reason,
        })),
      }),
    );
  });
}

const versionOf = (row: Selectable<ListTables['list_versions']>): Omit<VersionView, 'inForce'> => ({
  listId: row.list_id,
  number: row.number,
  fileName: row.file_name,
  format: row.format,
  sha256: row.sha256.toString('hex'),
  entries: row.entries,
  keys: row.keys,
  byNameOnly: row.by_name_only,
  rejected: row.rejected,
  noted: row.noted,
  ignored: row.ignored,
  comparedWith: row.compared_with,
  added: row.added,
  removed: row.removed,
  changed: row.changed,
  same: row.same,
  importedAt: row.imported_at,
  importedBy: row.imported_by,
});
