import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LexiconRule } from '../../../watch/read/lexicon.ts';
import { readRules } from '../../../watch/read/read-rules.ts';
import { orThrow } from '../../or-throw.ts';
import { dataFolder } from '../../package-root.ts';
import { readText } from '../../read-text.ts';

export const lexiconFolder = join(dataFolder, 'lexicon');

/** All rules of a lexicon's folder, files by name. Throws QRG_WATCH_LEXICON for a file that cannot be used. */
export async function loadRules(folder: string = lexiconFolder): Promise<readonly LexiconRule[]> {
  const files = (await readdir(join(folder, 'rules'))).filter((name) => name.endsWith('.yaml'));
  const rules: LexiconRule[] = [];
  for (const file of files.sort())
    rules.push(...orThrow(readRules(file, await readText(join(folder, 'rules', file)))));
  return rules;
}
