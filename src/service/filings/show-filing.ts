import {
  type FilingState,
  type PossibleFilingAct,
  possibleFilingActs,
} from '../../domain/filing/filing-acts.ts';
import type { Fm1Document } from '../../exchange/fm1/document.ts';
import { rowsOf } from '../../exchange/fm1/document.ts';
import type { Fm1Problem } from '../../exchange/fm1/problems.ts';
import { replacedIn, standsFor } from '../../exchange/fm1/wire.ts';
import { type LegalTerm, type TermId, termAt } from '../../law/terms.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { orThrow } from '../or-throw.ts';
import { checkingOf, problemsOf } from './check-filing.ts';
import type { FilingDeps } from './deps.ts';
import type { KeptAnswer } from './filing-files.ts';
import { type FilingRow, findFiling, numberOf, openDocument, standingOf } from './filing-row.ts';
import { type Actor, type FilingView, viewOf } from './filing-view.ts';
import { maskDocument } from './mask-document.ts';

export interface EventView {
  readonly version: number;
  readonly at: number;
  readonly by: Actor | null;
  readonly act: string;
  readonly state: FilingState;
  readonly note: string | null;
}

/** A notice in full. */
export interface FilingDetail extends FilingView {
  readonly document: Fm1Document;
  readonly problems: readonly Fm1Problem[];
  readonly complete: boolean;
  readonly replaced: readonly {
    readonly place: string;
    readonly field: string;
    readonly sign: string;
    readonly by: string;
  }[];
  readonly legalTerm: LegalTerm;
  readonly eventAt: number;
  readonly answer: KeptAnswer | null;
  readonly files: { readonly messageSha256: string; readonly signedSha256: string | null } | null;
  readonly followedBy: readonly {
    readonly filingId: number;
    readonly number: string | null;
    readonly as: 'correction' | 'replacement';
  }[];
  readonly events: readonly EventView[];
  readonly acts: readonly PossibleFilingAct[];
}

/** An auditor sees that people are named, not who they are. */
const SEES_IN_FULL = ['analyst', 'supervisor', 'investigator', 'liaison'];

/** A notice as its reader may see it; the look is written down. Throws QRG_FILING_UNKNOWN. */
export async function showFiling(
  deps: FilingDeps,
  principal: Principal,
  filingId: number,
): Promise<FilingDetail> {
  const { store, audit, law, now } = deps.cases;
  const at = now();
  const isFull = principal.roles.some((role) => SEES_IN_FULL.includes(role));
  const { row, checking, later, events } = await store.read(scopeOf(principal), async (trx) => {
    const found = await findFiling(trx, filingId);
    return {
      row: found,
      checking: await checkingOf(deps, trx, found.institution_id),
      later: await laterOf(trx, filingId),
      events: await eventsOf(deps, trx, filingId),
    };
  });
  await audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'filing.look',
    object: `filing:${filingId}`,
  });
  const document = openDocument(store, row);
  const problems = problemsOf(deps, row, checking, document);
  const standing = standingOf(row);
  const person = { id: principal.id, roles: principal.roles };
  return {
    ...viewOf(row, at),
    document: isFull ? document : maskDocument(document),
    problems,
    complete: row.decide.length === 0 && problems.every(({ stops }) => !stops),
    replaced: replacedOf(document),
    legalTerm: orThrow(termAt(law.terms, law.calendar, row.term as TermId, row.event_at)),
    eventAt: row.event_at,
    answer: answerOf(deps, row),
    files: filesOf(row),
    followedBy: later,
    events,
    acts:
      row.institution_id === principal.institutionId ? possibleFilingActs(standing, person) : [],
  };
}

function replacedOf(document: Fm1Document) {
  return rowsOf(document).flatMap(({ place, values }) =>
    Object.entries(values).flatMap(([field, value]) =>
      replacedIn(value).map((sign) => ({ place, field, sign, by: standsFor(sign) })),
    ),
  );
}

const answerOf = ({ cases: { store } }: FilingDeps, row: FilingRow): KeptAnswer | null =>
  row.answer_sealed === null
    ? null
    : (JSON.parse(store.vault.open(row.answer_sealed).toString()) as KeptAnswer);

const filesOf = ({ message_sha256, signed_sha256 }: FilingRow) =>
  message_sha256 === null
    ? null
    : {
        messageSha256: message_sha256.toString('hex'),
        signedSha256: signed_sha256?.toString('hex') ?? null,
      };

async function laterOf(trx: Transaction, filingId: number) {
  const rows = await trx
    .selectFrom('filings')
    .select(['filing_id', 'year', 'number', 'follows_as'])
    .where('follows', '=', filingId)
    .orderBy('filing_id')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    filingId: row.filing_id,
    number: numberOf(row),
    as: row.follows_as ?? ('correction' as const),
  }));
}

const EVENTS_MOST = 200;

async function eventsOf(
  { cases: { store } }: FilingDeps,
  trx: Transaction,
  filingId: number,
): Promise<EventView[]> {
  const rows = await trx
    .selectFrom('filing_events')
    .selectAll()
    .where('filing_id', '=', filingId)
    .orderBy('version', 'desc')
    .limit(EVENTS_MOST)
    .execute();
  return rows.map(({ version, at, actor_id, actor, act, state, note_sealed }) => ({
    version,
    at,
    by: actor_id === null ? null : { userId: actor_id, name: actor },
    act,
    state,
    note: note_sealed === null ? null : store.vault.open(note_sealed).toString(),
  }));
}
