import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { ASKS, POST_LABELS, STANCES } from '../../../domain/post.ts';
import { dataFolder } from '../../package-root.ts';
import { readText } from '../../read-text.ts';

const row = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  lang: z.string().min(2),
  label: z.enum(POST_LABELS),
  stance: z.enum(STANCES).optional(),
  asks: z.array(z.enum(ASKS)).default([]),
  /** Rows worded alike. Of licensed rows their source. */
  group: z.string().min(1),
  /** Written for it, of others, or a found post that a person of an installation labelled (GET /v1/post-reviews). */
  kind: z.enum(['authored', 'licensed', 'reviewed']),
});
export type LabelledRow = z.output<typeof row>;

const rowsFolder = join(dataFolder, 'lexicon', 'rows');

/** Ends the names of files whose rows are never learned from: they measure. */
const APART = '-eval.jsonl';

/**
 * Rows to learn from: those written for it, and those of other projects whose licence allows it. Throws QRG_WATCH_LEXICON with
 * the file and line of a row that does not fit.
 */
export async function rowsToLearn(): Promise<LabelledRow[]> {
  const rows: LabelledRow[] = [];
  for (const folder of ['', 'licensed']) {
    const files = (await readdir(join(rowsFolder, folder))).sort();
    for (const file of files)
      if (file.endsWith('.jsonl') && !file.endsWith(APART))
        rows.push(...(await readRows(join(folder, file))));
  }
  return rows;
}

/** The rows of one file of data/lexicon/rows. */
export async function readRows(file: string): Promise<LabelledRow[]> {
  const lines = (await readText(join(rowsFolder, file))).split('\n');
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [labelledRow(line, file, i + 1)]));
}

/** One line of such a file. Throws QRG_WATCH_LEXICON. */
export function labelledRow(line: string, file: string, number: number): LabelledRow {
  const wrong = (path: string, what: string): QorganError =>
    new QorganError('QRG_WATCH_LEXICON', { file, line: number, path, what });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw wrong('—', 'JSON');
  }
  const read = row.safeParse(value);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0];
  throw wrong(path.join('.'), message);
}
