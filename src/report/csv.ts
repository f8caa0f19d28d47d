import type { Language } from '../domain/language.ts';
import type { Reject } from '../domain/reject.ts';
import type { ReportAccount, ReportGap, ReportModel } from './model.ts';

/**
 * The machine-readable files of a scan, cell by cell as other programs rely on them (RFC 4180, LF, UTF-8).
 *
 * Values are written as they are. A cell that starts with '=', '+', '-' or '@' may be read as a formula when
 * somebody opens a CSV file in a spreadsheet, but a guard character would change the ids that programs join on
 * (an account may be called '-1'). Whoever wants a spreadsheet has report.xlsx, where text can only be text.
 */

export const ACCOUNTS_HEADER =
  'account,score,role,network,in_minor,out_minor,held_ms_median,top_signals\n';
const GAPS_HEADER = 'account,institution,from,to,amount_minor,request\n';
export const REJECTS_HEADER = 'file,line,code,message\n';

/** What one row of accounts.csv is made of; `rules` are ids, strongest first. */
export type AccountRow = Pick<
  ReportAccount,
  'account' | 'score' | 'role' | 'network' | 'inMinor' | 'outMinor' | 'heldMsMedian'
> & { rules: readonly string[] };

const TOP_RULES = 3;

/** One line of accounts.csv. `held_ms_median` is empty where nothing left the account. */
export function accountLine(row: AccountRow): string {
  return csvLine([
    row.account,
    row.score,
    row.role,
    row.network,
    row.inMinor,
    row.outMinor,
    row.heldMsMedian ?? '',
    row.rules.slice(0, TOP_RULES).join(';'),
  ]);
}

/** Ids of the rules that spoke about an account, each once, the most points first. */
export function strongestRules(account: Pick<ReportAccount, 'signals'>): string[] {
  const points = new Map<string, number>();
  for (const signal of account.signals)
    points.set(signal.rule, Math.max(signal.points, points.get(signal.rule) ?? 0));
  return [...points]
    .sort(([ruleA, a], [ruleB, b]) => b - a || (ruleA < ruleB ? -1 : 1))
    .map(([id]) => id);
}

/** accounts.csv of the accounts a report holds. */
export function accountsCsv(model: ReportModel): string {
  const lines = model.accounts.map((a) => accountLine({ ...a, rules: strongestRules(a) }));
  return ACCOUNTS_HEADER + lines.join('');
}

/** One line of gaps.csv. Times are ISO 8601 in UTC; without a clock in the input, the date alone. */
function gapLine(gap: ReportGap, clock: ReportModel['clock'], language: Language): string {
  return csvLine([
    gap.account,
    gap.institution[language],
    isoTime(gap.from, clock),
    isoTime(gap.to, clock),
    gap.amountMinor,
    gap.request[language],
  ]);
}

export function gapsCsv(model: ReportModel, language: Language): string {
  return GAPS_HEADER + model.gaps.map((g) => gapLine(g, model.clock, language)).join('');
}

/** One line of rejects.csv. */
export function rejectLine(reject: Reject): string {
  return csvLine([reject.file, reject.line, reject.code, reject.message]);
}

/** networks.json: ranked, one network a line, so that two scans can be compared by eye. */
export function networksJson(model: ReportModel): string {
  const { currency, clock, networks } = model;
  const head = `{"version":1,"currency":${JSON.stringify(currency)},"clock":"${clock}","networks":[`;
  return `${head}${networks.map((n) => `\n${JSON.stringify(n)}`).join(',')}\n]}\n`;
}

function isoTime(at: number, clock: ReportModel['clock']): string {
  const text = new Date(at).toISOString();
  return clock === 'day' ? text.slice(0, text.indexOf('T')) : text;
}

/** One line of any of them: RFC 4180, LF. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(cell).join(',')}\n`;

/** Quoted when it must be: separators, quotes, line ends, and spaces at the ends that readers would trim. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
