import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CASE_WHO_MAY } from '../../../domain/case/case-acts.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { addThings } from '../case-items.ts';
import { type CaseRow, findCase, isTheirs, lockCase } from '../case-row.ts';
import type { CaseDeps } from '../deps.ts';
import { openCase } from '../open-case.ts';
import { personOf } from '../person.ts';
import { auditOf, writeStep } from '../write-step.ts';
import { keepLook, statementIds } from './kept-look.ts';
import { readApart } from './read-apart.ts';
import type { StatementLook } from './statement-look.ts';
import {
  BYTES_MOST,
  FILES_MOST,
  type StatementsView,
  sha256Of,
  statementsView,
} from './stored-statements.ts';

/** A file as somebody dropped it. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface StatementTaken extends StatementsView {
  /** This very file was there; nothing changed. */
  readonly repeated: boolean;
}

/** Somebody may drop another file while this one is read: then all are read again, so often at most. */
const ATTEMPTS = 4;

/**
 * Adds a statement to a case and reads all files of it together. The same bytes again change nothing, whatever their name.
 * A file of which nothing can be read stays, with the reason. Throws QRG_CASE_UNKNOWN, QRG_CASE_PERSON, QRG_CASE_ROLE,
 * QRG_CASE_STATE, QRG_CASE_LIMIT, QRG_CASE_FILE_EMPTY, QRG_BUSY.
 */
export async function addStatement(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  file: DroppedFile,
  language: Language,
): Promise<StatementTaken> {
  mayAdd(principal);
  if (file.bytes.length === 0) throw new QorganError('QRG_CASE_FILE_EMPTY');
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await filesBefore(deps, principal, caseId, file);
    if (before === 'repeated')
      return { ...(await viewOf(deps, principal, caseId, language)), repeated: true };
    const look = await readApart({
      files: [...before.files, file],
      dir: join(deps.dataDir, 'scratch', `statements-${randomUUID()}`),
    });
    if (await keep(deps, principal, caseId, file, before.ids, look))
      return { ...(await viewOf(deps, principal, caseId, language)), repeated: false };
  }
  throw new QorganError('QRG_BUSY');
}

/**
 * Opens a case from the first file of a folder. Where a case of the institution that still runs was opened from this very
 * file, it is that case. Throws as `addStatement` and `openCase` do.
 */
export async function openFromStatement(
  deps: CaseDeps,
  principal: Principal,
  title: string,
  file: DroppedFile,
  language: Language,
): Promise<StatementTaken> {
  mayAdd(principal);
  if (file.bytes.length === 0) throw new QorganError('QRG_CASE_FILE_EMPTY');
  const known = await openedFrom(deps, principal, file);
  if (known !== undefined)
    return { ...(await viewOf(deps, principal, known, language)), repeated: true };
  const { caseId } = await openCase(deps, principal, {
    ...{ title, from: 'statements', items: [], tlp: 'amber', assignee: 'me' },
    reason: title,
  });
  return addStatement(deps, principal, caseId, file, language);
}

function mayAdd(principal: Principal): void {
  const { roles } = personOf(principal);
  if (!roles.some((role) => (CASE_WHO_MAY.add_item as readonly string[]).includes(role)))
    throw new QorganError('QRG_CASE_ROLE', { act: 'add_item' });
}

const viewOf = (
  { store }: CaseDeps,
  principal: Principal,
  caseId: number,
  language: Language,
): Promise<StatementsView> =>
  store.read(scopeOf(principal), (trx) => statementsView(trx, store, caseId, language));

async function openedFrom(
  { store }: CaseDeps,
  { institutionId }: Principal,
  { bytes }: DroppedFile,
): Promise<number | undefined> {
  const row = await store.read({ institutionId, seesAll: false }, (trx) =>
    trx
      .selectFrom('case_statements as s')
      .innerJoin('cases as c', 'c.case_id', 's.case_id')
      .select('c.case_id')
      .where('s.sha256', '=', sha256Of(bytes))
      .where('c.opened_from', '=', 'statements')
      .where('c.state', 'in', ['open', 'in_work', 'waiting'])
      .orderBy('c.case_id')
      .executeTakeFirst(),
  );
  return row?.case_id;
}

interface FilesBefore {
  readonly ids: readonly number[];
  readonly files: readonly DroppedFile[];
}

async function filesBefore(
  { store }: CaseDeps,
  principal: Principal,
  caseId: number,
  { bytes }: DroppedFile,
): Promise<FilesBefore | 'repeated'> {
  return store.read(scopeOf(principal), async (trx) => {
    mustRun(await findCase(trx, caseId), principal);
    const rows = await trx
      .selectFrom('case_statements')
      .select(['statement_id', 'sha256', 'bytes'])
      .where('case_id', '=', caseId)
      .orderBy('statement_id')
      .execute();
    const sha256 = sha256Of(bytes);
    if (rows.some((row) => row.sha256.equals(sha256))) return 'repeated';
    if (rows.length >= FILES_MOST)
      throw new QorganError('QRG_CASE_LIMIT', { what: 'statements', most: FILES_MOST });
    if (rows.reduce((sum, row) => sum + row.bytes, bytes.length) > BYTES_MOST)
      throw new QorganError('QRG_CASE_LIMIT', { what: 'bytes', most: BYTES_MOST });
    const bodies = await trx
      .selectFrom('case_statements')
      .select(['name_sealed', 'body_sealed'])
      .where('case_id', '=', caseId)
      .orderBy('statement_id')
      .execute();
    return {
      ids: rows.map(({ statement_id }) => statement_id),
      files: bodies.map(({ name_sealed, body_sealed }) => ({
        name: store.vault.open(name_sealed).toString(),
        bytes: store.vault.open(body_sealed),
      })),
    };
  });
}

function mustRun(row: CaseRow, principal: Principal): void {
  if (!isTheirs(row, principal)) throw new QorganError('QRG_CASE_UNKNOWN');
  if (row.state === 'closed' || row.state === 'merged')
    throw new QorganError('QRG_CASE_STATE', { state: row.state, act: 'add_item' });
}

/** Writes the file and what all files say now. False when they are not those that were read any more. */
async function keep(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  file: DroppedFile,
  idsBefore: readonly number[],
  look: StatementLook,
): Promise<boolean> {
  const { store, audit, now } = deps;
  return store.write(async (trx) => {
    const row = await lockCase(trx, principal, caseId, undefined);
    mustRun(row, principal);
    const ids = await statementIds(trx, caseId);
    if (ids.join() !== idsBefore.join()) return false;
    const at = now();
    const told = look.files[idsBefore.length];
    const { statement_id } = await trx
      .insertInto('case_statements')
      .values({
        case_id: caseId,
        institution_id: row.institution_id,
        name_sealed: store.vault.seal(file.name),
        sha256: sha256Of(file.bytes),
        bytes: file.bytes.length,
        body_sealed: store.vault.seal(file.bytes),
        added_at: at,
        added_by_id: principal.id,
        added_by: principal.name,
        ...told,
      })
      .returning('statement_id')
      .executeTakeFirstOrThrow();
    for (const [i, id] of idsBefore.entries())
      await trx
        .updateTable('case_statements')
        .set(look.files[i])
        .where('statement_id', '=', id)
        .execute();
    await keepLook(deps, trx, row, look, at);
    const things = [{ kind: 'statement', ref: String(statement_id) }] as const;
    await addThings(deps, trx, row, things, { at, by: principal.id });
    const step = {
      ...{ act: 'statement_add', at, actor: principal },
      detail: { statement: statement_id, accepted: told.accepted, rejected: told.rejected },
    };
    const after = await writeStep(deps, trx, row, step);
    await audit.appendIn(trx, auditOf(after, step));
    return true;
  });
}
