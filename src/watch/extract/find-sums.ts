import { exponentOf } from '../../domain/currency.ts';
import type { Claims } from './claims.ts';
import type { NamedSum } from './found.ts';

const NUMBER = String.raw`\d{1,3}(?:[ .,']\d{3}){1,4}(?!\d)|\d{1,12}(?:[.,]\d{1,2})?(?!\d)`;
const TIMES = String.raw`(?:к|k|тыс(?:яч[аиу]?)?\.?|т\.?р\.?|мың|thousand|млн\.?|миллион\p{L}{0,3}|лям\p{L}{0,2}|million|mln|млрд\.?)(?![\p{L}\d])`;
/** Currencies as people write them. `сом` and `сум` are the neighbours'. */
const CURRENCIES: readonly (readonly [string, string])[] = [
  ['USDT', String.raw`usdt|юсдт|тезер\p{L}{0,2}`],
  ['KZT', String.raw`₸|тг\.?|тнг|тенге|теңге\p{L}{0,4}|tenge|kzt|tg`],
  ['RUB', String.raw`₽|рубл\p{L}{1,3}|руб\.?|рос\.? ?руб|rub|р\.?`],
  ['USD', String.raw`\$|usd|долл\p{L}{0,5}\.?|бакс\p{L}{0,3}|dollars?|bucks`],
  ['EUR', '€|eur|евро|euros?'],
  ['KGS', String.raw`сом\p{L}{0,2}|kgs`],
  ['UZS', String.raw`сум\p{L}{0,2}|uzs`],
  ['GBP', '£|gbp'],
];
const SIGN = CURRENCIES.map(([, words]) => words).join('|');
const RANGE = '(?: ?- ?| ?до | ?дейін | ?to )';
/** '50-200 тыс ₸', '300к', '$200', 'от 40 000 до 80 000 тг'. */
const SUM = new RegExp(
  `(?<![\\p{L}\\d.,])(${SIGN})? ?(${NUMBER}) ?(${TIMES})?(?: ?(${SIGN})(?![\\p{L}\\d]))?(?:${RANGE}(${SIGN})? ?(${NUMBER}) ?(${TIMES})?)?(?: ?(${SIGN})(?![\\p{L}\\d]))?`,
  'gu',
);
const BY_WORD = CURRENCIES.map(
  ([code, words]) => [code, new RegExp(`^(?:${words})$`, 'u')] as const,
);
/** Without a currency '300к' is money only beside a word of pay. */
const PAID =
  /(?:зп|з\/п|зарплат|доход|оплат|заработ|плат[ияё]|выплат|получ|зараб|жалақы|табыс|төле|ақы|earn|pay|salary|income|сумм|стоим|цен|кэш|аванс|сутк|в день|\/день|күн|смен|ауысым|недел|в мес|перевод|daily|a day|per day)/;
const NEAR = 30;

const PERIODS: readonly (readonly [NonNullable<NamedSum['per']>, RegExp])[] = [
  ['shift', /(?:за|\/|в) ?(?:одну |1 )?(?:смен|выход)|ауысым|(?:per|a|\/) ?shift|[/] ?смена/],
  [
    'transfer',
    /(?:за|с|\/) ?(?:кажд\p{L}{1,3} |один |1 )?(?:перевод|транзакц|операци|сделк|ордер)|аударым|(?:per|a|each|\/) ?(?:transfer|transaction|order)/u,
  ],
  [
    'day',
    /в день|\/ ?день|в сутки|за день|ежедневно|каждый день|на день|күніне|күн сайын|тәулігіне|бір күнге|(?:per|a|\/) ?day|daily/,
  ],
  ['week', /в неделю|за неделю|\/ ?нед|еженедельно|аптасына|апта сайын|(?:per|a|\/) ?week|weekly/],
  ['month', /в мес|за мес|\/ ?мес|ежемесячно|айына|ай сайын|(?:per|a|\/) ?mo|monthly/],
];
/** How far behind a sum its period may be said, and before it. */
const BEHIND = 26;
const BEFORE = 16;

/** Ends of a range are not further apart than this: '0.5 - 2500 ₽' is a weight and its price. */
const RANGE_MOST = 50;

/**
 * Sums of money with the period they are paid for. Of a range both ends are told. `home` is the currency of a sum that names
 * none but stands beside a word of pay ('300к в день').
 */
export function findSums(
  folded: { readonly lower: string },
  claims: Claims,
  home: string,
): NamedSum[] {
  const { lower } = folded;
  const found: NamedSum[] = [];
  if (!/\d/.test(lower)) return found;
  for (const match of lower.matchAll(SUM)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const said = partsOf(match);
    if (!claims.isFree(start, end)) continue;
    if (said.word === undefined && !isPaid(lower, start, end, said.times)) continue;
    const currency = currencyOf(said.word, said.times, home);
    // 'күніне 20 мың теңгеден 40 мың теңгеге дейін': the period of the sum right before holds on.
    const before = found.at(-1);
    const goesOn = before !== undefined && start - before.end <= 3;
    const per = periodOf(lower, start, end) ?? (goesOn ? before.per : undefined);
    for (const part of said.parts) {
      // A coin has no minor unit that is agreed on: hundredths, as of dollars.
      const amountMinor = Math.round(part.amount * 10 ** (exponentOf(currency) ?? 2));
      if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) continue;
      const span = { start: start + part.from, end: Math.min(start + part.to, end) };
      found.push({ amountMinor, currency, per, ...span });
    }
    claims.claim(start, end);
  }
  return found;
}

interface SumParts {
  /** What names the currency. */
  readonly word: string | undefined;
  readonly times: string | undefined;
  /** One amount, or two of a range; places within the match. */
  readonly parts: readonly {
    readonly amount: number;
    readonly from: number;
    readonly to: number;
  }[];
}

function partsOf(match: RegExpExecArray): SumParts {
  const [whole, sign, first, times, middle, secondSign, second, secondTimes, last] = match;
  const word = last ?? middle ?? secondSign ?? sign;
  const firstEnd = whole.indexOf(first) + first.length;
  if (second === undefined) {
    const amount = amountOf(first) * factorOf(times);
    return { word, times, parts: [{ amount, from: 0, to: whole.length }] };
  }
  // In '50-200 тыс' both are thousands; in '40 000 - 80 тыс' the first is whole.
  const isShort = amountOf(first) <= Math.max(amountOf(second), 999);
  const low = amountOf(first) * factorOf(times ?? (isShort ? secondTimes : undefined));
  const high = amountOf(second) * factorOf(secondTimes);
  const rest = { amount: high, from: whole.indexOf(second, firstEnd), to: whole.length };
  const isRange = high <= low * RANGE_MOST;
  return {
    word,
    times: times ?? secondTimes,
    parts: isRange ? [{ amount: low, from: 0, to: firstEnd }, rest] : [rest],
  };
}

function isPaid(lower: string, start: number, end: number, times: string | undefined): boolean {
  if (times === undefined) return false;
  if (/^т\.?р/.test(times)) return true;
  return (
    PAID.test(lower.slice(Math.max(0, start - NEAR), start)) ||
    PAID.test(lower.slice(end, end + NEAR))
  );
}

function currencyOf(word: string | undefined, times: string | undefined, home: string): string {
  if (word === undefined) return /^т\.?р/.test(times ?? '') ? 'RUB' : home;
  return BY_WORD.find(([, pattern]) => pattern.test(word))?.[0] ?? home;
}

function periodOf(lower: string, start: number, end: number): NamedSum['per'] {
  const behind = lower.slice(end, end + BEHIND).split(/[\n.;!?\d]/)[0];
  const before =
    lower
      .slice(Math.max(0, start - BEFORE), start)
      .split(/[\n.;!?\d]/)
      .at(-1) ?? '';
  return (
    PERIODS.find(([, words]) => words.test(behind))?.[0] ??
    PERIODS.find(([, words]) => words.test(before))?.[0]
  );
}

function amountOf(number: string): number {
  const whole = /^\d{1,3}(?:[ .,']\d{3})+$/.test(number);
  return Number(whole ? number.replace(/[ .,']/g, '') : number.replace(',', '.'));
}

function factorOf(times: string | undefined): number {
  if (times === undefined) return 1;
  if (/^(?:млрд)/.test(times)) return 1e9;
  return /^(?:млн|милл|лям|mil|mln)/.test(times) ? 1e6 : 1e3;
}
