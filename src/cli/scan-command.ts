import { relative, sep } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import {
  type ScanListener,
  type ScanOptions,
  type ScanResult,
  scan,
} from '../service/scan/scan.ts';
import { languageOf, oneOf, readArguments } from './arguments.ts';
import { given, INPUT_OPTIONS, inputWishes } from './input-options.ts';
import { outsideLine } from './outside-line.ts';
import { Progress } from './progress.ts';
import { say } from './texts.ts';

const DEFAULT_OUT = 'qorgan-out';

/** `qorgan scan PATH…`: exit code 0, or 1 when --fail-on finds something. */
export async function runScan(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, {
    ...INPUT_OPTIONS,
    out: { type: 'string' },
    customers: { type: 'string' },
    marks: { type: 'string' },
    model: { type: 'string' },
    'fail-on': { type: 'string' },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  if (positionals.length === 0) throw new QorganError('QRG_USAGE', { what: 'scan PATH…' });
  const failOn = oneOf('fail-on', values['fail-on'], ['review', 'hold'] as const);
  const options: ScanOptions = {
    ...inputWishes(positionals, values, language),
    out: values.out ?? DEFAULT_OUT,
    ...given('customers', values.customers),
    ...given('marks', values.marks),
    ...given('model', values.model),
  };
  const result = await scan(options, terminalListener(language));
  process.stdout.write(summary(result, language));
  // A payment that transfers.csv would hold is a finding, whatever is said of its accounts as a whole.
  const said = [result.verdicts, result.transferVerdicts];
  const fails = said.some(({ review, hold }) => hold + (failOn === 'review' ? review : 0) > 0);
  return failOn !== undefined && fails ? 1 : 0;
}

/** Draws the progress bar on a terminal, says nothing elsewhere. */
export function terminalListener(language: Language): ScanListener {
  let bar: Progress | undefined;
  let early = 0;
  const { stderr } = process;
  return {
    phase(phase) {
      bar?.end();
      if (phase === 'reading') return;
      bar = undefined;
      if (stderr.isTTY) stderr.write(`\r\u001b[2K${say(phase, language)} …`);
    },
    opened(totalBytes) {
      bar = new Progress({ stream: stderr, now: () => performance.now(), language, totalBytes });
      bar.advance(early, 0);
    },
    advanced(bytes, rows) {
      if (bar === undefined) early += bytes;
      else bar.advance(bytes, rows);
    },
  };
}

/** What a finished scan found, in a few lines. */
export function summary(
  { report, out, verdicts, outside }: ScanResult,
  language: Language,
): string {
  const clear = process.stderr.isTTY ? '\r\u001b[2K' : '';
  if (clear) process.stderr.write(clear);
  const { totals, networks, gaps } = report;
  const file = (name: string): string => (relative('.', out) || '.') + sep + name;
  const lines = [
    say('done', language, {
      transfers: totals.transfers,
      accounts: totals.accounts,
      networks: networks.length,
      review: verdicts.review + verdicts.hold,
      report: file('report.html'),
    }),
  ];
  if (totals.rejected > 0)
    lines.push(say('rejected', language, { count: totals.rejected, file: file('rejects.csv') }));
  if (gaps.length > 0)
    lines.push(say('gaps', language, { count: gaps.length, file: file('gaps.csv') }));
  lines.push(...outsideLine(outside, language));
  return `${lines.join('\n')}\n`;
}
