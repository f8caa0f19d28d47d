import { type Selectable, sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { MAY_FILE } from '../../domain/filing/filing-acts.ts';
import { type DocInfo, readDocInfo } from '../../exchange/fm1/answers.ts';
import { AFM } from '../../exchange/fm1/envelope.ts';
import { type AnswerFile, writeUponDocInfo } from '../../exchange/fm1/upon-doc-info.ts';
import type { CaseTerm } from '../../law/case-terms.ts';
import { localMoment } from '../../law/local-moment.ts';
import type { Transaction } from '../../store/store.ts';
import type { FilingTables } from '../../store/tables/filings.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { dueBy } from '../cases/case-tasks.ts';
import { readFileOf } from '../cases/files/read-file.ts';
import { openCaseIn } from '../cases/open-case.ts';
import { refreshFigures } from '../cases/refresh-figures.ts';
import { orThrow } from '../or-throw.ts';
import type { FilingDeps } from './deps.ts';
import { newGuid } from './insert-filing.ts';
import { mustHaveRole } from './person.ts';
import { settingsOf } from './settings.ts';

type RequestRow = Selectable<FilingTables['afm_requests']>;

/** A request of the Agency as people work with it. */
export interface RequestView {
  readonly requestId: number;
  readonly version: number;
  readonly caseId: number;
  readonly documentGuid: string;
  readonly receivedAt: number;
  readonly receivedBy: string;
  readonly countDays: number | null;
  readonly dueAt: number;
  readonly overdue: boolean;
  readonly text: string;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
}

/** What is answered: the message is written of it whenever it is asked for. */
interface KeptAnswer {
  readonly comment: string;
  readonly files: readonly number[];
  readonly sender: string;
  readonly answeredAt: string;
  readonly documentGuid: string;
  readonly versionGuid: string;
}

/** Of all files of an answer. */
const FILES_MOST_BYTES = 20 * 2 ** 20;

/**
 * Takes a request (DocInfo) in: it opens a case with the deadline of the law, both or neither. A request that is there already
 * is shown again.
 * Throws QRG_FILING_PERSON, QRG_FILING_ROLE, QRG_FILING_REQUEST_FORM, QRG_FILE_XML, QRG_FILE_XML_DTD, QRG_LAW_….
 */
export async function takeRequest(
  deps: FilingDeps,
  principal: Principal,
  bytes: Uint8Array,
  { suspicious }: { readonly suspicious: boolean },
): Promise<RequestView> {
  mustHaveRole(principal, MAY_FILE, 'afm-request');
  const told = orThrow(readDocInfo(bytes, 'doc-info.xml'));
  const { store } = deps.cases;
  const { institutionId } = principal;
  const { row, isNew } = await store.write(async (trx) => {
    // Of two who bring the same request at once, one waits here until the other's case is there.
    const matter = `afm-request ${institutionId} ${told.documentGuid}`;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${matter}, 0))`.execute(trx);
    const known = await trx
      .selectFrom('afm_requests')
      .selectAll()
      .where('institution_id', '=', institutionId)
      .where('document_guid', '=', told.documentGuid)
      .executeTakeFirst();
    if (known !== undefined) return { row: known, isNew: false };
    const term = suspicious ? 'afm-request-suspicious' : 'afm-request';
    return { row: await addRequest(deps, trx, principal, told, term), isNew: true };
  });
  if (isNew) await refreshFigures(deps.cases, row.case_id);
  return viewOf(deps, row);
}

/** A request that is new, and its case. */
async function addRequest(
  { cases }: FilingDeps,
  trx: Transaction,
  principal: Principal,
  told: DocInfo,
  term: CaseTerm,
): Promise<RequestRow> {
  const { store, audit, law, now } = cases;
  const { sender: from, documentGuid: number, text } = told;
  const at = now();
  const caseId = await openCaseIn(cases, trx, principal, {
    title: `${from}: ${text}`.slice(0, 200),
    from: 'request',
    items: [],
    request: { from, number, text, receivedAt: at, term },
    tlp: 'amber',
    assignee: 'me',
    reason: 'DocInfo',
  });
  const row = await trx
    .insertInto('afm_requests')
    .values({
      institution_id: principal.institutionId,
      case_id: caseId,
      document_guid: number,
      received_at: at,
      received_by_id: principal.id,
      received_by: principal.name,
      count_days: told.countDays,
      due_at: dueBy(law, term, at).dueAt,
      sealed: store.vault.seal(JSON.stringify(told)),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await audit.appendIn(trx, {
    actor: principal,
    action: 'filing.afm-request',
    object: `afm-request:${row.request_id}`,
    detail: { case: caseId, days: row.count_days, due: row.due_at },
  });
  return row;
}

/** Requests that a case came of, latest first. */
export async function requestsOfCase(
  deps: FilingDeps,
  principal: Principal,
  caseId: number,
): Promise<RequestView[]> {
  const rows = await deps.cases.store.read(scopeOf(principal), (trx) =>
    trx
      .selectFrom('afm_requests')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('request_id', 'desc')
      .limit(200)
      .execute(),
  );
  return rows.map((row) => viewOf(deps, row));
}

/**
 * Writes down what is answered, once. Throws QRG_FILING_PERSON, QRG_FILING_ROLE, QRG_FILING_REQUEST_UNKNOWN, QRG_FILING_VERSION,
 * QRG_FILING_ANSWERED, QRG_FILING_SETTINGS, QRG_FILING_LIMIT, QRG_CASE_FILE_UNKNOWN, QRG_CASE_FILE_CHANGED.
 */
export async function answerRequest(
  deps: FilingDeps,
  principal: Principal,
  requestId: number,
  version: number,
  { comment, files }: { readonly comment: string; readonly files: readonly number[] },
): Promise<RequestView> {
  mustHaveRole(principal, MAY_FILE, 'afm-answer');
  const { store, audit, law, now } = deps.cases;
  const before = await findRequest(deps, principal, requestId);
  // Read once before it is promised: a file that changed on the disk is no answer.
  await filesOf(deps, principal, before.case_id, files);
  const at = now();
  return store.write(async (trx) => {
    const { sender } = await settingsOf(store, trx, principal.institutionId);
    if (sender === '') throw new QorganError('QRG_FILING_SETTINGS');
    const row = await trx
      .selectFrom('afm_requests')
      .selectAll()
      .where('request_id', '=', requestId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.version !== version)
      throw new QorganError('QRG_FILING_VERSION', { version: row.version });
    if (row.answered_at !== null) throw new QorganError('QRG_FILING_ANSWERED');
    const answer: KeptAnswer = {
      comment,
      files,
      sender,
      answeredAt: localMoment(law.calendar, at),
      documentGuid: newGuid(),
      versionGuid: newGuid(),
    };
    const after = await trx
      .updateTable('afm_requests')
      .set({
        answer_guid: answer.documentGuid,
        answer_sealed: store.vault.seal(JSON.stringify(answer)),
        answered_at: at,
        answered_by_id: principal.id,
        answered_by: principal.name,
        version: version + 1,
      })
      .where('request_id', '=', requestId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit.appendIn(trx, {
      actor: principal,
      action: 'filing.afm-answer',
      object: `afm-request:${requestId}`,
      detail: { case: row.case_id, files: files.length, late: at >= row.due_at },
    });
    return viewOf(deps, after);
  });
}

/**
 * The message of an answer (UponDocInfo) with its files, unsigned; the look is written down. Throws QRG_FILING_REQUEST_UNKNOWN,
 * QRG_FILING_UNMADE, QRG_CASE_FILE_UNKNOWN, QRG_CASE_FILE_CHANGED.
 */
export async function answerMessage(
  deps: FilingDeps,
  principal: Principal,
  requestId: number,
): Promise<Uint8Array> {
  const { store, audit } = deps.cases;
  const row = await findRequest(deps, principal, requestId);
  if (row.answer_sealed === null) throw new QorganError('QRG_FILING_UNMADE');
  const answer = JSON.parse(store.vault.open(row.answer_sealed).toString()) as KeptAnswer;
  const files = await filesOf(deps, principal, row.case_id, answer.files);
  await audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'filing.file-look',
    object: `afm-request:${requestId}`,
    detail: { which: 'answer' },
  });
  return writeUponDocInfo({
    envelope: {
      sender: answer.sender,
      receiver: AFM,
      sentAt: answer.answeredAt,
      documentGuid: answer.documentGuid,
      versionGuid: answer.versionGuid,
    },
    originalGuid: row.document_guid,
    comment: answer.comment,
    answeredAt: answer.answeredAt,
    files,
  });
}

async function findRequest(
  { cases: { store } }: FilingDeps,
  principal: Principal,
  requestId: number,
): Promise<RequestRow> {
  const row = await store.read(scopeOf(principal), (trx) =>
    trx
      .selectFrom('afm_requests')
      .selectAll()
      .where('request_id', '=', requestId)
      .executeTakeFirst(),
  );
  if (row === undefined || row.institution_id !== principal.institutionId)
    throw new QorganError('QRG_FILING_REQUEST_UNKNOWN');
  return row;
}

/** Throws QRG_FILING_LIMIT when they are too much for one message. */
async function filesOf(
  { cases }: FilingDeps,
  principal: Principal,
  caseId: number,
  ids: readonly number[],
): Promise<AnswerFile[]> {
  const files: AnswerFile[] = [];
  let bytes = 0;
  for (const fileId of ids) {
    const { file, chunks } = await readFileOf(cases, principal, { caseId, fileId });
    const parts: Uint8Array[] = [];
    for await (const part of chunks) {
      bytes += part.length;
      if (bytes > FILES_MOST_BYTES)
        throw new QorganError('QRG_FILING_LIMIT', { what: 'bytes', most: FILES_MOST_BYTES });
      parts.push(part);
    }
    files.push({ name: file.name, bytes: Buffer.concat(parts) });
  }
  return files;
}

function viewOf({ cases: { store, now } }: FilingDeps, row: RequestRow): RequestView {
  const { text } = JSON.parse(store.vault.open(row.sealed).toString()) as { text: string };
  return {
    requestId: row.request_id,
    version: row.version,
    caseId: row.case_id,
    documentGuid: row.document_guid,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    countDays: row.count_days,
    dueAt: row.due_at,
    overdue: row.answered_at === null && row.due_at <= now(),
    text,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
  };
}
