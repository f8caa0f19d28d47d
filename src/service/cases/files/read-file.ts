import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Scope } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { CaseDeps } from '../deps.ts';
import { filePath } from './case-files.ts';
import { checkNow } from './check-files.ts';
import { type FileRow, type FileView, fileView } from './file-view.ts';
import { readSealed } from './sealed-file.ts';

export interface FileRead {
  readonly file: FileView;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * A file of a case, as it was taken in; the look is written down. All of it is checked before the first byte goes out, and each
 * piece again as it does. Throws QRG_CASE_FILE_UNKNOWN, QRG_CASE_FILE_CHANGED.
 */
export async function readFileOf(
  deps: CaseDeps,
  principal: Principal,
  { caseId, fileId }: { readonly caseId: number; readonly fileId: number },
): Promise<FileRead> {
  const row = await findFile(deps, scopeOf(principal), caseId, fileId);
  const found = await checkNow(deps, row);
  await deps.audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'case.file-look',
    object: `case:${caseId}`,
    detail: { file: fileId, found },
  });
  if (found !== 'whole') throw new QorganError('QRG_CASE_FILE_CHANGED');
  return {
    file: fileView(deps, row, 'full'),
    chunks: readSealed(deps.store.vault, filePath(deps.dataDir, row)),
  };
}

async function findFile(
  { store }: CaseDeps,
  scope: Scope,
  caseId: number,
  fileId: number,
): Promise<FileRow> {
  const row = await store.read(scope, (trx) =>
    trx
      .selectFrom('case_files')
      .selectAll()
      .where('file_id', '=', fileId)
      .where('case_id', '=', caseId)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new QorganError('QRG_CASE_FILE_UNKNOWN');
  return row;
}
