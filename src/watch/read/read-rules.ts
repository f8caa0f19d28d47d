import { LineCounter, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { yamlLine } from '../../domain/yaml-line.ts';
import type { LexiconRule } from './lexicon.ts';
import { rulesShape } from './lexicon-schema.ts';

/** Characters of one file of rules; the longest shipped one has some 30,000. */
const RULES_MOST = 500_000;

/**
 * Rules of the lexicon from one YAML file, checked whole. Fails with QRG_WATCH_LEXICON naming the file, the line and the place
 * of the first thing wrong.
 */
export function readRules(file: string, text: string): Result<readonly LexiconRule[]> {
  const wrong = (line: number, path: readonly PropertyKey[], what: string) =>
    fail('QRG_WATCH_LEXICON', { file, line, path: path.join('.') || '—', what });
  if (text.length > RULES_MOST) return wrong(1, [], `over ${RULES_MOST} characters`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) return wrong(lines.linePos(broken.pos[0]).line, [], broken.code);
  let plain: unknown;
  try {
    plain = document.toJS();
  } catch {
    return wrong(1, [], 'too many aliases');
  }
  const read = rulesShape.safeParse(plain);
  if (!read.success) {
    const { path, message } = read.error.issues[0];
    return wrong(yamlLine(document, lines, path), path, message);
  }
  const seen = new Set<string>();
  for (const [i, { id }] of read.data.rules.entries()) {
    if (seen.has(id)) return wrong(yamlLine(document, lines, ['rules', i, 'id']), ['rules', i], id);
    seen.add(id);
  }
  return ok(read.data.rules);
}
