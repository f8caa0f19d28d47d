import type { Language } from '../../../domain/language.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { cursorText, type Page, parseCursor } from '../../cursor.ts';
import { orThrow } from '../../or-throw.ts';
import type { CaseDeps } from '../deps.ts';
import { type CaseReach, reachOf } from '../load-case-file/case-reach.ts';
import { visibleCase } from '../load-case-file/case-row.ts';
import {
  alertEntries,
  eventEntries,
  fileEntries,
  filingEntries,
  holdEntries,
  packageEntries,
  postEntries,
  taskEntries,
} from './other-entries.ts';
import { statementEntries } from './statement-entries.ts';
import {
  comparePlaces,
  type EntryPlace,
  type PlacedEntry,
  TIMELINE_KINDS,
  type TimelineEntry,
  type TimelineKind,
} from './timeline-entry.ts';
import { transferEntries } from './transfer-entries.ts';

export interface CaseTimelineAsk {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** All of them when not said. */
  readonly kinds?: readonly TimelineKind[] | undefined;
  readonly order: 'oldest' | 'newest';
  /** Epoch ms, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Of the transfers only those the case is about. */
  readonly suspicious?: boolean | undefined;
}

const LIST = 'case-timeline';

/**
 * All that happened in a case and to its money, in one order of time, as far as the reader may see it. Names of accounts and
 * contacts of posts are masked. Throws QRG_CASE_UNKNOWN, QRG_HTTP_CURSOR.
 */
export function caseTimeline(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  ask: CaseTimelineAsk,
  language: Language,
): Promise<Page<TimelineEntry>> {
  const place = ask.cursor === undefined ? undefined : placeOf(ask.cursor);
  const turn = ask.order === 'oldest' ? 1 : -1;
  return deps.store.read(scopeOf(principal), async (trx) => {
    const reach = await reachOf(trx, await visibleCase(trx, caseId));
    const found = await entriesOf(deps, trx, reach, place, ask, language);
    const sorted = found
      .filter(({ at }) => at >= (ask.from ?? 0) && at < (ask.to ?? Number.POSITIVE_INFINITY))
      .filter((entry) => place === undefined || turn * comparePlaces(entry, place) > 0)
      .sort((a, b) => turn * comparePlaces(a, b));
    const shown = sorted.slice(0, ask.limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map(({ make }) => make()),
      next:
        sorted.length > ask.limit
          ? cursorText(LIST, [last.at, TIMELINE_KINDS.indexOf(last.kind), last.number])
          : null,
    };
  });
}

function placeOf(cursor: string): EntryPlace {
  const [at, kind, number] = orThrow(parseCursor(LIST, cursor, ['number', 'number', 'number']));
  return { at, kind: TIMELINE_KINDS[kind] ?? TIMELINE_KINDS[0], number };
}

async function entriesOf(
  { store, names }: CaseDeps,
  trx: Transaction,
  reach: CaseReach,
  place: EntryPlace | undefined,
  { kinds = TIMELINE_KINDS, limit, ...ask }: CaseTimelineAsk,
  language: Language,
): Promise<PlacedEntry[]> {
  const caseId = reach.row.case_id;
  const sources: readonly (readonly [readonly TimelineKind[], () => Promise<PlacedEntry[]>])[] = [
    [
      ['transfer'],
      () => transferEntries(trx, reach, names, language, { ...ask, place, limit: limit + 1 }),
    ],
    [
      ['transfer', 'statement'],
      () => statementEntries(trx, store, reach, names, ask.suspicious === true),
    ],
    [['post'], () => postEntries(trx, store, reach)],
    [['alert'], () => alertEntries(trx, reach)],
    [['call', 'decision', 'note', 'act'], () => eventEntries(trx, store, caseId)],
    [['task'], () => taskEntries(trx, store, caseId)],
    [['hold'], () => holdEntries(trx, store, reach)],
    [['file'], () => fileEntries(trx, store, caseId)],
    [['filing'], () => filingEntries(trx, store, caseId)],
    [['package'], () => packageEntries(trx, store, reach)],
  ];
  const found: PlacedEntry[] = [];
  for (const [gives, read] of sources)
    if (gives.some((kind) => kinds.includes(kind)))
      found.push(...(await read()).filter(({ kind }) => kinds.includes(kind)));
  return found;
}
