import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mayOnCase } from '../../../domain/case/case-acts.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { syncFolder } from '../../../store/durable-file.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { orThrow } from '../../or-throw.ts';
import { type CaseRow, findCase, isTheirs, lockCase, standingOf } from '../case-row.ts';
import type { CaseDeps } from '../deps.ts';
import { personOf } from '../person.ts';
import { auditOf, type Step, writeStep } from '../write-step.ts';
import { caseFolder, FILE_MOST_BYTES, FILES_MOST, filePath } from './case-files.ts';
import { type FileRow, type FileView, fileView } from './file-view.ts';
import { type Written, writeSealed } from './sealed-file.ts';

/** A file that a person brings to a case. */
export interface NewFile {
  readonly name: string;
  readonly media: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface FileAdded {
  readonly file: FileView;
  /** Of the case. */
  readonly version: number;
}

/**
 * Takes a file in: sealed on the disk first, then named in the case, so that a file that is named is there. Nobody who works on
 * the case stands in its way: it asks for no version. Throws QRG_CASE_PERSON, QRG_CASE_UNKNOWN, QRG_CASE_ROLE, QRG_CASE_STATE,
 * QRG_CASE_FILES, QRG_CASE_FILE_LARGE, QRG_CASE_FILE_EMPTY and what the stream throws.
 */
export async function addFile(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  file: NewFile,
): Promise<FileAdded> {
  personOf(principal);
  const { store, dataDir } = deps;
  // Before a byte is read: somebody else's case takes no upload.
  mayAdd(await store.read(scopeOf(principal), (trx) => findCase(trx, caseId)), principal);
  const folder = caseFolder(dataDir, caseId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const scratch = join(folder, `${randomBytes(8).toString('hex')}.partial`);
  try {
    const written = await writeSealed(store.vault, scratch, file.chunks, FILE_MOST_BYTES);
    return await store.write((trx) =>
      name(deps, trx, principal, caseId, { file, written, scratch }),
    );
  } finally {
    await rm(scratch, { force: true });
  }
}

function mayAdd(row: CaseRow, principal: Principal): void {
  if (!isTheirs(row, principal)) throw new QorganError('QRG_CASE_UNKNOWN');
  orThrow(mayOnCase(standingOf(row), 'file_add', principal));
}

interface Naming {
  readonly file: NewFile;
  readonly written: Written;
  readonly scratch: string;
}

async function name(
  deps: CaseDeps,
  trx: Transaction,
  principal: Principal,
  caseId: number,
  { file, written, scratch }: Naming,
): Promise<FileAdded> {
  const at = deps.now();
  const before = await lockCase(trx, principal, caseId, undefined);
  mayAdd(before, principal);
  const row = await insertFile(deps, trx, before, principal, { file, written, at });
  const path = filePath(deps.dataDir, row);
  await rename(scratch, path);
  await syncFolder(path);
  const step: Step = {
    act: 'file_add',
    at,
    actor: principal,
    detail: { file: row.file_id, bytes: written.bytes, sha256: written.sha256.toString('hex') },
  };
  const after = await writeStep(deps, trx, before, step);
  await deps.audit.appendIn(trx, auditOf(after, step));
  return { file: fileView(deps, row, 'full'), version: after.version };
}

async function insertFile(
  { store }: CaseDeps,
  trx: Transaction,
  { case_id, institution_id }: CaseRow,
  by: Principal,
  { file, written, at }: { readonly file: NewFile; readonly written: Written; readonly at: number },
): Promise<FileRow> {
  const { count } = await trx
    .selectFrom('case_files')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('case_id', '=', case_id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= FILES_MOST) throw new QorganError('QRG_CASE_FILES', { most: FILES_MOST });
  return trx
    .insertInto('case_files')
    .values({
      case_id,
      institution_id,
      folder: case_id,
      name_sealed: store.vault.seal(file.name),
      media: file.media,
      bytes: written.bytes,
      sha256: written.sha256,
      disk_bytes: written.diskBytes,
      disk_sha256: written.diskSha256,
      added_at: at,
      added_by_id: by.id,
      added_by: by.name,
      checked_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
