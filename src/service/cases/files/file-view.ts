import type { Selectable } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import type { CaseFileState, CaseTables } from '../../../store/tables/cases.ts';
import { type Shown, shownText } from '../case-view.ts';
import type { CaseDeps } from '../deps.ts';
import type { Actor } from '../person.ts';

/** A file of a case. */
export interface FileView {
  readonly fileId: number;
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly addedAt: number;
  readonly addedBy: Actor;
  /** What lies on the disk, as it was found last. */
  readonly state: CaseFileState;
  readonly checkedAt: number;
}

export type FileRow = Selectable<CaseTables['case_files']>;

export const fileView = (
  { store }: Pick<CaseDeps, 'store'>,
  row: FileRow,
  shown: Shown,
): FileView => ({
  fileId: row.file_id,
  name: shownText(store.vault.open(row.name_sealed).toString(), shown),
  media: row.media,
  bytes: row.bytes,
  sha256: row.sha256.toString('hex'),
  addedAt: row.added_at,
  addedBy: { userId: row.added_by_id, name: row.added_by },
  state: row.state,
  checkedAt: row.checked_at,
});

const FILES_SHOWN = 200;

/** Files of a case, in the order they came. */
export async function filesOf(
  deps: Pick<CaseDeps, 'store'>,
  trx: Transaction,
  caseId: number,
  shown: Shown,
): Promise<FileView[]> {
  const rows = await trx
    .selectFrom('case_files')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('file_id')
    .limit(FILES_SHOWN)
    .execute();
  return rows.map((row) => fileView(deps, row, shown));
}
