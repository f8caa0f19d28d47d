import type { z } from 'zod';
import { messageOf, type Problem } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { WithheldWhy } from '../../exchange/fields/leaving.ts';
import type { ExchangeGround, ExchangeGrounds } from '../../exchange/package/exchange-ground.ts';
import { ELEMENTS_LISTED, type LeavingNow } from '../../service/packages/leaving-of.ts';
import type { PackageDetail as Shown } from '../../service/packages/show-package.ts';
import type { Leaving, PackageDetail } from '../contract/package.ts';
import type { Frozen } from '../route.ts';

const WITHHELD: Readonly<Record<WithheldWhy, Readonly<Record<Language, string>>>> = {
  red: {
    ru: 'TLP:RED — только для названного читателя, дальше не идёт',
    kk: 'TLP:RED — тек аталған оқырманға арналған, әрі қарай жіберілмейді',
    en: 'TLP:RED: for the named reader alone, it goes no further',
  },
  strict: {
    ru: 'TLP:AMBER+STRICT — только внутри нашей организации',
    kk: 'TLP:AMBER+STRICT — тек біздің ұйымның ішінде',
    en: 'TLP:AMBER+STRICT: within our own house only',
  },
  not_named: {
    ru: 'TLP:AMBER — отправитель не назвал этого получателя',
    kk: 'TLP:AMBER — жіберуші бұл алушыны атамаған',
    en: 'TLP:AMBER: its source did not name this partner',
  },
};

/** What leaves, the first elements of it, in words of the language asked. */
export const leavingReply = (
  { rows, withheld, sha256, caseVersion, fields, tlpLeast }: LeavingNow,
  language: Language,
): Frozen<z.input<typeof Leaving>> => ({
  sha256,
  caseVersion,
  fields,
  tlpLeast,
  elements: rows.slice(0, ELEMENTS_LISTED).map(({ origin, ...row }) => ({
    ...row,
    origin: origin === null ? null : { from: origin.from, tlp: origin.tlp },
  })),
  more: Math.max(0, rows.length - ELEMENTS_LISTED),
  withheld: withheld
    .slice(0, ELEMENTS_LISTED)
    .map((one) => ({ ...one, detail: WITHHELD[one.why][language] })),
});

export const groundReply = (
  ground: ExchangeGround,
  { acts }: ExchangeGrounds,
  language: Language,
) => ({
  id: ground.id,
  title: ground.title[language],
  act: acts.get(ground.act)?.name[language] ?? ground.act,
  article: ground.article,
  edition: acts.get(ground.act)?.edition ?? 'none',
  text: ground.text[language],
  source: ground.source,
  verified: ground.verified,
  formats: ground.formats,
  partners: ground.partners,
});

const refusal = (problem: Problem | null, language: Language) => ({
  allowed: problem === null,
  code: problem?.code ?? null,
  detail: problem === null ? null : messageOf(problem, language),
});

export function packageDetailReply(
  shown: Shown,
  grounds: ExchangeGrounds,
  language: Language,
): Frozen<z.input<typeof PackageDetail>> {
  const { kept, leaving, problem, answerSha256, may, ...view } = shown;
  const ground = shown.ground === null ? undefined : grounds.grounds.get(shown.ground);
  return {
    ...view,
    purpose: kept.purpose,
    ask: kept.ask,
    sent: kept.sent,
    groundOf: ground === undefined ? null : groundReply(ground, grounds, language),
    leaving:
      leaving !== null
        ? leavingReply(leaving, language)
        : answerSha256 === null
          ? null
          : answerLeaving(answerSha256),
    problem: problem === null ? null : { code: problem.code, detail: messageOf(problem, language) },
    known:
      shown.direction === 'in' && kept.known !== null
        ? kept.known.accounts.map(({ account }) => ({ account }))
        : null,
    recalled:
      kept.recalled?.map(({ id, outcome, returnedMinor, reasons }) => ({
        transfer: id,
        outcome,
        returnedMinor,
        reasons: reasons.map(({ code, words }) => ({ code, words })),
      })) ?? null,
    may: may.map(({ act, problem }) => ({ act, ...refusal(problem, language) })),
  };
}

/** Of an answer nothing is listed: which of our accounts were asked about is not looked up before somebody approves. */
const answerLeaving = (sha256: string): Frozen<z.input<typeof Leaving>> => ({
  sha256,
  caseVersion: 0,
  fields: ['account.number'],
  elements: [],
  more: 0,
  withheld: [],
  tlpLeast: 'clear',
});
