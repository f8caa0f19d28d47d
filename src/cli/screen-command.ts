import { dirname, join } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { LOWEST_THRESHOLD, NAME_THRESHOLD } from '../screening/names/name-index.ts';
import type { NameMatch, PartMatch } from '../screening/names/name-match.ts';
import { screenFile } from '../service/screen/screen-file.ts';
import { languageOf, oneOf, readArguments } from './arguments.ts';
import { say } from './texts.ts';

/** `qorgan screen FILE --list LIST --out OUT.csv`: exit code 0, or 1 when --fail-on hit finds one. */
export async function runScreen(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, {
    list: { type: 'string' },
    out: { type: 'string' },
    threshold: { type: 'string', default: String(NAME_THRESHOLD) },
    'fail-on': { type: 'string' },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  const failOn = oneOf('fail-on', values['fail-on'], ['hit'] as const);
  const { list, out } = values;
  const [file] = positionals;
  if (positionals.length !== 1 || list === undefined || out === undefined)
    throw new QorganError('QRG_USAGE', { what: 'screen FILE.csv --list LIST --out OUT.csv' });
  const threshold = thresholdOf(values.threshold);
  const explain = (match: NameMatch): string => explanationOf(match, language);
  const result = await screenFile({ file, list, out, threshold, language, explain });
  const { rows, entries, met, hits, rejected, rejects } = result;
  const lines = [say('screened', language, { rows, entries, met, hits, out })];
  if (rejected > 0)
    lines.push(say('rejected', language, { count: rejected, file: join(dirname(out), rejects) }));
  process.stdout.write(`${lines.join('\n')}\n`);
  return failOn === 'hit' && hits > 0 ? 1 : 0;
}

function thresholdOf(text: string): number {
  const threshold = Number(text);
  if (text.trim() === '' || !(threshold >= LOWEST_THRESHOLD && threshold <= 1))
    throw new QorganError('QRG_USAGE', { what: `--threshold ${text} (${LOWEST_THRESHOLD}…1)` });
  return threshold;
}

/** How a name met, part by part, in words. */
function explanationOf({ parts, birth, key }: NameMatch, language: Language): string {
  return [
    ...parts.map((part) => partWords(part, language)),
    ...(birth === 'unknown' ? [] : [say(`birth.${birth}`, language)]),
    ...(key === 'unknown' ? [] : [say(`key.${key}`, language)]),
  ].join('; ');
}

function partWords({ asked, listed, part, how }: PartMatch, language: Language): string {
  return `${say(`part.${part}`, language)} ${asked || '–'} / ${listed || '–'} (${say(`how.${how}`, language)})`;
}
