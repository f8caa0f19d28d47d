import { type Selectable, sql } from 'kysely';
import type { CaseTables, FeedbackSaid, FeedbackTarget } from '../../store/tables/cases.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Page } from '../cursor.ts';
import { NumberedPages, type PageWish } from '../lists/page.ts';
import { type Shown, shownText } from './case-view.ts';
import type { CaseDeps } from './deps.ts';
import type { Actor } from './person.ts';

/** What a person found out of a thing. */
export interface FeedbackView {
  readonly feedbackId: number;
  readonly target: FeedbackTarget;
  readonly ref: string;
  readonly said: FeedbackSaid;
  readonly rules: readonly string[];
  readonly why: string;
  readonly at: number;
  readonly by: Actor;
  readonly replaced: boolean;
}

export interface FeedbackOfCase extends FeedbackView {
  readonly caseId: number;
  readonly number: string;
}

type Row = Selectable<CaseTables['case_feedback']>;

export const feedbackView = (
  { store }: Pick<CaseDeps, 'store'>,
  row: Row,
  shown: Shown,
): FeedbackView => ({
  feedbackId: row.feedback_id,
  target: row.target,
  ref: row.ref,
  said: row.said,
  rules: row.rules,
  why: shownText(store.vault.open(row.why_sealed).toString(), shown),
  at: row.at,
  by: { userId: row.by_id, name: row.by_name },
  replaced: row.replaced_at !== null,
});

export interface FeedbackFilter {
  readonly target?: FeedbackTarget | undefined;
  readonly said?: FeedbackSaid | undefined;
}

const PAGES = new NumberedPages('case-feedback', Number.MAX_SAFE_INTEGER);

/** What people said, the latest first; of each thing the last word only. Throws QRG_HTTP_CURSOR. */
export function listFeedback(
  deps: CaseDeps,
  principal: Principal,
  { target, said }: FeedbackFilter,
  wish: PageWish,
): Promise<Page<FeedbackOfCase>> {
  const before = PAGES.after(wish);
  return deps.store.read(scopeOf(principal), async (trx) => {
    let rows = trx
      .selectFrom('case_feedback')
      .innerJoin('cases', 'cases.case_id', 'case_feedback.case_id')
      .selectAll('case_feedback')
      .select('cases.number')
      .where('case_feedback.replaced_at', 'is', null)
      .where('case_feedback.feedback_id', '<', before)
      .orderBy('case_feedback.feedback_id', 'desc')
      .limit(wish.limit + 1);
    if (target !== undefined) rows = rows.where('case_feedback.target', '=', target);
    if (said !== undefined) rows = rows.where('case_feedback.said', '=', said);
    return PAGES.of(
      await rows.execute(),
      wish,
      ({ feedback_id }) => feedback_id,
      (row) => ({
        ...feedbackView(deps, row, 'masked'),
        caseId: row.case_id,
        number: row.number,
      }),
    );
  });
}

export interface RuleFigures {
  readonly rule: string;
  readonly confirmed: number;
  readonly not: number;
  readonly unclear: number;
  /** Confirmed of what was told apart; null: nothing was. */
  readonly share: number | null;
}

const RULES_MOST = 500;

/** By rule what people said of what it signalled, most said first. */
export async function ruleFigures(
  { store }: Pick<CaseDeps, 'store'>,
  principal: Principal,
): Promise<RuleFigures[]> {
  const { rows } = await store.read(scopeOf(principal), (trx) =>
    sql<Omit<RuleFigures, 'share'>>`
      SELECT rule, count(*) FILTER (WHERE said = 'confirmed')::int AS confirmed,
        count(*) FILTER (WHERE said = 'not')::int AS "not",
        count(*) FILTER (WHERE said = 'unclear')::int AS unclear
      FROM case_feedback CROSS JOIN LATERAL unnest(rules) rule
      WHERE replaced_at IS NULL
      GROUP BY rule ORDER BY count(*) DESC, rule LIMIT ${RULES_MOST}`.execute(trx),
  );
  return rows.map((row) => {
    const told = row.confirmed + row.not;
    return { ...row, share: told === 0 ? null : row.confirmed / told };
  });
}
