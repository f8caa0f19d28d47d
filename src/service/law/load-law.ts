import { join } from 'node:path';
import { LANGUAGES, type Localized } from '../../domain/language.ts';
import { buildCalendar, dayOfDate } from '../../law/calendar.ts';
import { buildGrounds, GROUND_KINDS, type GroundRule } from '../../law/grounds.ts';
import type { Law } from '../../law/law.ts';
import { betrays, reasonKey } from '../../law/notice.ts';
import { NOTICE_EVENTS, type NoticeBook } from '../../law/notice-book.ts';
import { type EffectivePeriod, type LegalTerm, TERM_IDS } from '../../law/terms.ts';
import { dataFolder } from '../package-root.ts';
import { checkCalendar } from './check-calendar.ts';
import {
  actsFile,
  calendarFile,
  clientRightsFile,
  groundsFile,
  noticesFile,
  provisionsFile,
  termsFile,
  thresholdsFile,
} from './law-schema.ts';
import { lawFileError, type Place, readYaml } from './read-yaml.ts';

/**
 * Reads and checks the law of a country. Throws QRG_LAW_FILE naming file, line and place of what is wrong: a wrong term of law
 * must stop the start, not a client's money.
 */
export async function loadLaw(
  country = 'kz',
  folder = join(dataFolder, 'law', country),
): Promise<Law> {
  const [acts, terms, provisions, grounds, thresholds, calendar, rights, notices] =
    await Promise.all([
      readYaml(folder, 'acts.yaml', actsFile),
      readYaml(folder, 'terms.yaml', termsFile),
      readYaml(folder, 'provisions.yaml', provisionsFile),
      readYaml(folder, 'grounds.yaml', groundsFile),
      readYaml(folder, 'thresholds.yaml', thresholdsFile),
      readYaml(folder, 'calendar.yaml', calendarFile),
      readYaml(folder, 'client-rights.yaml', clientRightsFile),
      readYaml(folder, 'notices.yaml', noticesFile),
    ]);
  checkCalendar(calendar.value, calendar.place);
  checkTerms(terms.value.terms, terms.place);
  for (const { list, key, place } of [
    { list: terms.value.terms, key: 'terms', place: terms.place },
    { list: provisions.value.provisions, key: 'provisions', place: provisions.place },
    { list: thresholds.value.thresholds, key: 'thresholds', place: thresholds.place },
    { list: thresholds.value.exemptions, key: 'exemptions', place: thresholds.place },
    { list: rights.value.income, key: 'income', place: rights.place },
    { list: rights.value.services, key: 'services', place: rights.place },
  ])
    checkActs(list, key, acts.value.acts, place);
  const byId = new Map(provisions.value.provisions.map((p) => [p.id, p]));
  checkGrounds(grounds.value.grounds, byId, grounds.place);
  const book: NoticeBook = {
    ...notices.value,
    reasons: new Map(Object.entries(notices.value.reasons)),
  };
  checkNotices(book, grounds.value.grounds, notices.place);
  const work = buildCalendar(calendar.value.years, calendar.value.time_zone.offsets);
  return {
    country,
    acts: new Map(Object.entries(acts.value.acts)),
    calendar: work,
    terms: terms.value.terms,
    provisions: byId,
    grounds: buildGrounds(grounds.value.grounds, thresholds.value.thresholds, work),
    thresholds: thresholds.value.thresholds,
    exemptions: thresholds.value.exemptions,
    untoldThresholds: thresholds.value.cannot_tell,
    income: rights.value.income,
    services: rights.value.services,
    minimumWages: rights.value.minimum_wage,
    notices: book,
  };
}

/** Each term that the code asks for is there, and no day has two editions of one. */
function checkTerms(terms: readonly LegalTerm[], place: Place): void {
  const missing = TERM_IDS.find((id) => !terms.some((term) => term.id === id));
  if (missing !== undefined) throw lawFileError(place([]), 'terms', `no term ${missing}`);
  for (const [i, term] of terms.entries()) {
    const where = place(['terms', i]);
    if (!(TERM_IDS as readonly string[]).includes(term.id))
      throw lawFileError(where, term.id, 'a term that nothing asks for');
    if ((term.unit === 'calendar_days') !== (term.ends !== undefined))
      throw lawFileError(where, term.id, '`ends` goes with calendar_days, and only with them');
    const other = terms.findIndex(
      (t, j) => j < i && t.id === term.id && overlap(t.effective, term.effective),
    );
    if (other >= 0) throw lawFileError(where, term.id, 'two editions hold for one day');
  }
}

const lastOf = ({ to }: EffectivePeriod): number =>
  to === undefined ? Number.POSITIVE_INFINITY : dayOfDate(to);

const overlap = (a: EffectivePeriod, b: EffectivePeriod): boolean =>
  dayOfDate(a.from) <= lastOf(b) && dayOfDate(b.from) <= lastOf(a);

function checkActs(
  list: readonly { readonly id: string; readonly act: string }[],
  key: string,
  acts: Readonly<Record<string, unknown>>,
  place: Place,
): void {
  const lost = list.findIndex(({ act }) => acts[act] === undefined);
  if (lost >= 0)
    throw lawFileError(place([key, lost]), list[lost].id, `no act ${list[lost].act} in acts.yaml`);
}

function checkGrounds(
  rules: readonly GroundRule[],
  provisions: ReadonlyMap<string, unknown>,
  place: Place,
): void {
  for (const kind of GROUND_KINDS)
    if (rules.filter((rule) => rule.kind === kind).length !== 1)
      throw lawFileError(place([]), 'grounds', `${kind} must be there once`);
  for (const [i, { kind, provision, tellBy }] of rules.entries())
    for (const id of [provision, tellBy])
      if (!provisions.has(id))
        throw lawFileError(place(['grounds', i]), kind, `no provision ${id} in provisions.yaml`);
}

/** Every ground that may be told has its words, and no text betrays what may not be told (AML law 11(5)). */
function checkNotices(book: NoticeBook, rules: readonly GroundRule[], place: Place): void {
  const silent = ({ kind }: GroundRule) =>
    !book.reasons.has(kind) &&
    !(['payer', 'payee'] as const).every((side) => book.reasons.has(reasonKey(kind, side)));
  const wordless = rules.find((rule) => rule.tell !== 'may_not' && silent(rule));
  if (wordless !== undefined)
    throw lawFileError(place(['reasons']), wordless.kind, 'no words for a ground that is told');
  const freezing = new Set(
    rules.filter(({ tell }) => tell === 'may').map(({ kind }) => kind as string),
  );
  for (const event of NOTICE_EVENTS) {
    checkWords(book, book.frames[event], place(['frames', event]), `frames.${event}`);
    checkWords(book, book.neutral[event], place(['neutral', event]), `neutral.${event}`);
  }
  for (const [key, words] of book.reasons)
    if (!freezing.has(key.split('.')[0]))
      checkWords(book, words, place(['reasons', key]), `reasons.${key}`);
}

function checkWords(book: NoticeBook, words: Localized, file: string, path: string): void {
  for (const language of LANGUAGES)
    if (betrays(book, words[language], language))
      throw lawFileError(file, `${path}.${language}`, 'tells of a suspicion or of the AML law');
}
