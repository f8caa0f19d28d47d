import { VERDICTS } from '../../../src/engine/verdict.ts';
import type { Alert } from '../api.ts';
import type { AlertFilter } from './alert-filter.ts';

export interface AlertPages {
  readonly pages: readonly { readonly items: readonly Alert[]; readonly next: string | null }[];
}

/** Whether `b` tells of a later moment than `a`: people raise the version, transfers the sequence. */
const isLater = (b: Alert, a: Alert): boolean =>
  b.version > a.version || (b.version === a.version && b.lastSeq > a.lastSeq);

/**
 * The same pages with alerts that changed replaced where they stand: nothing moves under the reader's eyes. The same object
 * when none of them is listed.
 */
export function withChanges<T extends AlertPages>(data: T, changed: readonly Alert[]): T {
  const news = new Map(changed.map((alert) => [alert.alertId, alert]));
  let touched = false;
  const pages = data.pages.map((page) => {
    if (!page.items.some(({ alertId }) => news.has(alertId))) return page;
    const items = page.items.map((known) => {
      const alert = news.get(known.alertId);
      if (alert === undefined || !isLater(alert, known)) return known;
      touched = true;
      return alert;
    });
    return { ...page, items };
  });
  return touched ? { ...data, pages } : data;
}

/** Whether an alert answers to a filter. */
export function fits(alert: Alert, filter: AlertFilter, myId: number): boolean {
  const { status, verdict, least, mine } = filter;
  const isStatus =
    status === 'all' ||
    (status === undefined ? alert.status !== 'closed' : alert.status === status);
  const isGrave =
    verdict === undefined || VERDICTS.indexOf(alert.verdict) >= VERDICTS.indexOf(verdict);
  return (
    isStatus &&
    isGrave &&
    alert.score >= (least ?? 0) &&
    (mine !== true || alert.assignee?.userId === myId)
  );
}

/**
 * Of alerts that came or changed, those the list would show if it were asked again now, above the end of what is listed.
 *
 * @param data what is listed; `next` of its last page null means that nothing lies below it
 */
export function newcomers(
  data: AlertPages,
  changed: readonly Alert[],
  filter: AlertFilter,
  myId: number,
): Alert[] {
  const items = data.pages.flatMap((page) => page.items);
  const listed = new Set(items.map(({ alertId }) => alertId));
  const last = data.pages.at(-1)?.next === null ? undefined : items.at(-1);
  const isAbove = (alert: Alert): boolean =>
    last === undefined ||
    (filter.order === 'newest' ? alert.alertId > last.alertId : alert.score >= last.score);
  return changed.filter(
    (alert) => !listed.has(alert.alertId) && fits(alert, filter, myId) && isAbove(alert),
  );
}
