import { SYSTEM } from '../../audit/entry.ts';
import { findCase, holdCase } from '../case-row.ts';
import type { CaseDeps } from '../deps.ts';
import { auditOf, type Step, writeStep } from '../write-step.ts';
import { filePath } from './case-files.ts';
import type { FileRow } from './file-view.ts';
import { checkFile, type Found } from './sealed-file.ts';

/** Each file is looked at once a day. */
const CHECK_EVERY_MS = 86_400_000;
/** Files, and bytes, of one tick. */
const FILES_OF_TICK = 50;
const BYTES_OF_TICK = 256 * 2 ** 20;

/** Looks at the files that were not looked at for a day. Returns how many were found to be other than before. */
export async function checkFiles(deps: CaseDeps, signal?: AbortSignal): Promise<number> {
  const due = await deps.store.db
    .selectFrom('case_files')
    .selectAll()
    .where('checked_at', '<=', deps.now() - CHECK_EVERY_MS)
    .orderBy('checked_at')
    .limit(FILES_OF_TICK)
    .execute();
  let differ = 0;
  let bytes = 0;
  for (const row of due) {
    if (bytes > BYTES_OF_TICK || signal?.aborted === true) break;
    bytes += row.disk_bytes;
    if ((await checkNow(deps, row)) !== row.state) differ++;
  }
  return differ;
}

/** What lies on the disk for a file now. A change is written down once, in Qorgan's own name, and shown in the case. */
export async function checkNow(deps: CaseDeps, row: FileRow): Promise<Found> {
  const { disk_bytes: diskBytes, disk_sha256: diskSha256 } = row;
  const found = await checkFile(filePath(deps.dataDir, row), { diskBytes, diskSha256 });
  const at = deps.now();
  if (found === row.state)
    await deps.store.db
      .updateTable('case_files')
      .set({ checked_at: at })
      .where('file_id', '=', row.file_id)
      .execute();
  else await note(deps, row.file_id, found, at);
  return found;
}

/** Found whole again after a restore, or no longer. */
const note = (deps: CaseDeps, fileId: number, found: Found, at: number): Promise<void> =>
  deps.store.write(async (trx) => {
    const { case_id } = await trx
      .selectFrom('case_files')
      .select('case_id')
      .where('file_id', '=', fileId)
      .executeTakeFirstOrThrow();
    await holdCase(trx, case_id);
    // Two that looked at once write it once; a case that was merged meanwhile is looked at next time.
    const { numUpdatedRows } = await trx
      .updateTable('case_files')
      .set({ state: found, checked_at: at, damaged_at: found === 'whole' ? null : at })
      .where('file_id', '=', fileId)
      .where('case_id', '=', case_id)
      .where('state', '!=', found)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    const step: Step = {
      act: `file_${found}`,
      at,
      actor: SYSTEM,
      detail: { file: fileId },
    };
    const after = await writeStep(deps, trx, await findCase(trx, case_id), step);
    await deps.audit.appendIn(trx, auditOf(after, step));
  });
