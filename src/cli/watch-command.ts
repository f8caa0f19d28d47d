import { dirname, join } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { classifyFile } from '../service/watch/lexicon/classify-file.ts';
import { languageOf, oneOf, readArguments } from './arguments.ts';
import { say } from './texts.ts';

const USAGE = 'watch classify FILE.jsonl --out OUT.jsonl';

/** `qorgan watch classify FILE.jsonl --out OUT.jsonl`: exit code 0, or 1 when --fail-on unlawful finds one. */
export async function runWatch(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, {
    out: { type: 'string' },
    'fail-on': { type: 'string' },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  const failOn = oneOf('fail-on', values['fail-on'], ['unlawful'] as const);
  const { out } = values;
  const [act, file] = positionals;
  if (act !== 'classify' || positionals.length !== 2 || out === undefined)
    throw new QorganError('QRG_USAGE', { what: USAGE });
  const { posts, unlawful, rejected, rejects } = await classifyFile({ file, out, language });
  const lines = [say('classified', language, { posts, unlawful, out })];
  if (rejected > 0)
    lines.push(say('rejected', language, { count: rejected, file: join(dirname(out), rejects) }));
  process.stdout.write(`${lines.join('\n')}\n`);
  return failOn === 'unlawful' && unlawful > 0 ? 1 : 0;
}
