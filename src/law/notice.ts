import { ok, type Result } from '../domain/errors/catalogue.ts';
import { formatDate } from '../domain/format.ts';
import type { Language, Localized } from '../domain/language.ts';
import { formatMoneyExact, type Money } from '../domain/money.ts';
import { servicesLeft } from './client-rights.ts';
import type { GroundKind, Regime } from './grounds.ts';
import { regimesOf } from './hold-deadlines.ts';
import { type Hold, type HoldGround, REFUSABLE } from './hold-state.ts';
import type { Law } from './law.ts';
import type { NoticeBook, NoticeEvent } from './notice-book.ts';
import { termAt } from './terms.ts';
import { deadline } from './working-days.ts';

/** Key of a reason: the kind alone, or the kind and whose side it speaks of. */
export const reasonKey = (kind: GroundKind, subject: string | null): string =>
  subject === null ? kind : `${kind}.${subject}`;

/**
 * The two duties, kept apart. The payments law obliges to tell the client of a hold and its reasons (25-1(3-1)(2)); the AML law
 * forbids to tell of its measures, except freezing and refusals (11(5)). So the text is made as if only the grounds that may
 * be told existed: reasons, term and services come from them alone, and a hold that has none of them gets a text that says
 * nothing of why. Fails with QRG_LAW_CALENDAR_YEAR or QRG_LAW_TERM_PERIOD.
 */
export function noticeFor(
  law: Law,
  hold: Hold,
  event: NoticeEvent,
  money: Money,
  language: Language,
): Result<string> {
  const told = tellable(hold, event);
  const until = lastDayOfHold(law, hold);
  if (!until.ok) return until;
  const regimes = regimesOf(law, { ...hold, grounds: told });
  const text = fill(frameOf(law.notices, told.length, regimes, event)[language], {
    amount: formatMoneyExact(money, language),
    until: formatDate(until.value, language),
    reasons: lines(told.map((ground) => reasonOf(law.notices, ground)[language])),
    services: lines(servicesLeft(law, regimes).map((service) => service.text[language])),
  });
  return ok(text);
}

function lastDayOfHold(law: Law, hold: Hold): Result<number> {
  const from = hold.course.suspendedAt;
  const term = termAt(law.terms, law.calendar, 'hold', from);
  if (!term.ok) return term;
  const end = deadline(law.calendar, term.value, from);
  return end.ok ? ok(end.value.dueAt - 1) : end;
}

function frameOf(
  book: NoticeBook,
  told: number,
  regimes: ReadonlySet<Regime>,
  event: NoticeEvent,
): Localized {
  if (told === 0) return book.neutral[event];
  const frozen = regimes.has('terror') || regimes.has('sanctions');
  return event === 'placed' && frozen ? book.frozen : book.frames[event];
}

/** Whether the client must be told, may be told, or gets the text that says nothing of why. */
export function tellOf(hold: Hold): 'must' | 'may' | 'may_not' {
  const told = tellable(hold, 'placed');
  if (told.length === 0) return 'may_not';
  return told.some(({ tell }) => tell === 'must') ? 'must' : 'may';
}

/** True when a text has a word that would tell of a suspicion, a report or the AML law. */
export function betrays(book: NoticeBook, text: string, language: Language): boolean {
  const words = text.toLocaleLowerCase(language).split(/[^\p{L}\p{N}-]+/u);
  return book.betraying[language].some((phrase) => {
    const stems = phrase.split(' ');
    return words.some((_, i) => stems.every((stem, j) => words[i + j]?.startsWith(stem)));
  });
}

/** A refusal is told with the grounds that carry a refusal. */
const tellable = (hold: Hold, event: NoticeEvent): HoldGround[] =>
  hold.grounds.filter(
    ({ tell, kind }) => tell !== 'may_not' && (event !== 'refused' || REFUSABLE.includes(kind)),
  );

const lines = (texts: readonly string[]): string => texts.map((text) => `– ${text}`).join('\n');

const reasonOf = (book: NoticeBook, { kind, subject }: HoldGround): Localized =>
  book.reasons.get(reasonKey(kind, subject)) ?? book.reasons.get(kind)!;

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
