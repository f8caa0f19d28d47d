import type { z } from 'zod';
import type { Language } from '../../domain/language.ts';
import { codesOn, type Fm1Book } from '../../exchange/fm1/code-book.ts';
import type { Fm1Field } from '../../exchange/fm1/field.ts';
import {
  FOUNDER_FIELDS,
  MESSAGE_FIELDS,
  PARTICIPANT_FIELDS,
  REFERENCE_FIELDS,
  REPORTER_FIELDS,
} from '../../exchange/fm1/fields.ts';
import type { Law } from '../../law/law.ts';
import { questionOf } from '../../law/threshold-questions.ts';
import { shownAccount } from '../../service/accounts/shown-account.ts';
import type { CaseDeps } from '../../service/cases/deps.ts';
import type { FilingView } from '../../service/filings/filing-view.ts';
import { FIXED_FIELDS } from '../../service/filings/fixed-fields.ts';
import type { FilingDetail as Detail } from '../../service/filings/show-filing.ts';
import type { SignTable as Signs } from '../../service/filings/sign-codes.ts';
import type { ThresholdDay as Day } from '../../service/filings/thresholds/threshold-day.ts';
import type { Filing, FilingDetail, Fm1Form, SignTable, ThresholdDay } from '../contract/filing.ts';
import type { Frozen } from '../route.ts';
import { refusal } from '../takedowns/takedown-reply.ts';

type Reply<T extends z.ZodType> = Frozen<z.input<T>>;

export const filingReply = (
  { decide, ...view }: FilingView,
  language: Language,
): Reply<typeof Filing> => ({
  ...view,
  decide: decide.map((code) => ({ code, text: questionOf(code)[language] })),
});

export function filingDetailReply(
  detail: Detail,
  {
    law,
    codes,
    language,
  }: { readonly law: Law; readonly codes: Fm1Book; readonly language: Language },
): Reply<typeof FilingDetail> {
  const { problems, legalTerm, acts, answer, eventAt, ...rest } = detail;
  const { id, title, act, article, source, verified } = legalTerm;
  return {
    ...rest,
    ...filingReply(detail, language),
    problems: problems.slice(0, 500).map(({ place, field, code, text, stops }) => ({
      place,
      field,
      code,
      stops,
      title: titleOf(field, language),
      detail: text[language],
    })),
    replaced: detail.replaced.slice(0, 1_000),
    term: {
      id,
      title: title[language],
      act: law.acts.get(act)?.name[language] ?? act,
      article,
      source,
      verified,
      eventAt,
    },
    answer: answer && {
      accepted: answer.accepted,
      at: answer.at ?? '',
      errorCode: answer.errorCode,
      errorName: answer.errorName,
      description: answer.description,
    },
    notes: [...new Set([...codes.values()].map(({ note }) => note[language]))].slice(0, 8),
    may: acts.map(({ kind, problem }) => ({ act: kind, ...refusal(problem, language) })),
  };
}

const ALL_FIELDS = [
  ...REPORTER_FIELDS,
  ...MESSAGE_FIELDS,
  ...REFERENCE_FIELDS,
  ...PARTICIPANT_FIELDS,
  ...FOUNDER_FIELDS,
];

const titleOf = (field: string, language: Language): string =>
  ALL_FIELDS.find(({ id }) => id === field)?.title[language] ?? field;

const FORM_NOTE = {
  ru: 'Реквизиты по приложению 2 к Правилам АФМ в редакции от 10.07.2025. Редакция в силе с 01.04.2026 не найдена: сверьте форму до первой отправки.',
  kk: 'Деректемелер ҚМА Қағидаларының 10.07.2025 редакциясындағы 2-қосымшасы бойынша. 01.04.2026 бастап күшіндегі редакция табылмады: алғаш жібермес бұрын нысанды салыстырыңыз.',
  en: 'Requisites by annex 2 to the rules of the Agency, edition of 10.07.2025. The edition in force since 01.04.2026 was not found: compare the form before the first notice is sent.',
} as const;

export function formReply(book: Fm1Book, day: string, language: Language): Reply<typeof Fm1Form> {
  const shown = ({ id, title, type, most, need, codes, branches }: Fm1Field) => ({
    id,
    title: title[language],
    type,
    most,
    need: (FIXED_FIELDS as readonly string[]).includes(id) ? 'fixed' : need,
    codes: codes ?? null,
    branches: branches ?? null,
  });
  return {
    edition: '2025-07-10',
    note: FORM_NOTE[language],
    parts: {
      reporter: REPORTER_FIELDS.map(shown),
      message: MESSAGE_FIELDS.map(shown),
      reference: REFERENCE_FIELDS.map(shown),
      participant: PARTICIPANT_FIELDS.map(shown),
      founder: FOUNDER_FIELDS.map(shown),
    },
    codes: [...book.values()].map(({ table, title, note, source, edition, verified }) => ({
      table,
      title: title[language],
      note: note[language],
      source,
      edition,
      verified,
      rows: codesOn(book, table, day).map((one) => ({
        code: one.code,
        title: one.title[language],
      })),
    })),
  };
}

const SIGN_NOTE = {
  ru: 'Перечень признаков, действующий с 01.04.2026, в открытом виде не найден. Загрузите коды, которые даёт вам Агентство; прежние таблицы сохраняются.',
  kk: '01.04.2026 бастап қолданыстағы белгілер тізбесі ашық түрде табылмады. Агенттік берген кодтарды жүктеңіз; бұрынғы кестелер сақталады.',
  en: 'The list of signs in force since 01.04.2026 was not found in public. Load the codes that the Agency gives you; earlier tables are kept.',
} as const;

export const signsReply = (
  { codes, ...rest }: Signs,
  language: Language,
): Reply<typeof SignTable> => ({ ...rest, note: SIGN_NOTE[language], rows: codes });

export const thresholdDayReply = (
  { day, institution, looked, operations, cut, due }: Day,
  { law, names }: Pick<CaseDeps, 'law' | 'names'>,
  language: Language,
): Reply<typeof ThresholdDay> => ({
  ...{ day, institution, looked, cut, dueAt: due.dueAt, uncertain: due.uncertain },
  items: operations.map(({ row, finding, outcome, filing }) => ({
    transfer: row.transferId,
    seq: row.seq,
    at: row.at,
    amountMinor: row.amountMinor,
    payer: shownAccount(names, row.payer).name,
    payee: shownAccount(names, row.payee).name,
    outcome,
    reasons: finding.reasons.map(({ threshold, operation }) => ({
      threshold: threshold.id,
      operation,
      text: threshold.text[language],
      act: law.acts.get(threshold.act)?.name[language] ?? threshold.act,
      article: threshold.article,
      source: threshold.source,
      verified: threshold.verified,
    })),
    exemption: finding.exemption && {
      id: finding.exemption.id,
      text: finding.exemption.text[language],
      source: finding.exemption.source,
    },
    decide: (outcome === 'ask' ? (filing?.decide ?? finding.reasons[0].ask) : []).map((code) => ({
      code,
      text: questionOf(code)[language],
    })),
    filing: filing && {
      filingId: filing.filingId,
      state: filing.state,
      number: filing.number,
      problems: filing.stops.length,
    },
  })),
  cannotTell: law.untoldThresholds.map((text) => text[language]),
});
