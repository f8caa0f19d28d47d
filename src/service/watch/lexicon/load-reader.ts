import { join } from 'node:path';
import { z } from 'zod';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { POST_LABELS, STANCES } from '../../../domain/post.ts';
import { editionOf } from '../../../watch/read/edition.ts';
import type { Lexicon, ModelFile } from '../../../watch/read/lexicon.ts';
import { createReader, type PostReader } from '../../../watch/read/reader.ts';
import { readText } from '../../read-text.ts';
import { lexiconFolder, loadRules } from './load-rules.ts';

export const MODEL_FILE = 'model.json';

const weights = (classes: number) => z.array(z.number()).length(classes);
const head = (classes: number) =>
  z.strictObject({
    scale: z.number().positive(),
    grams: z.base64(),
    facts: z.record(z.string(), weights(classes)),
    rules: z.record(z.string(), weights(classes)),
    bias: weights(classes),
  });

const chance = z.number().gt(0).lt(1);

const modelShape = z
  .strictObject({
    form: z.literal(1),
    made: z.string(),
    buckets: z
      .int()
      .min(1 << 10)
      .max(1 << 20)
      .refine((n) => (n & (n - 1)) === 0),
    labels: head(POST_LABELS.length),
    stances: head(STANCES.length),
    thresholds: z.strictObject({ kk: chance, others: chance }),
  })
  .refine(
    ({ buckets, labels, stances }) =>
      bytesIn(labels.grams) === buckets * POST_LABELS.length &&
      bytesIn(stances.grams) === buckets * STANCES.length,
    { error: 'grams of another size' },
  );

const bytesIn = (base64: string): number => Buffer.byteLength(base64, 'base64');

/** Rules and model of data/lexicon. Throws QRG_WATCH_LEXICON naming the file and line, QRG_FILE_UNREADABLE. */
export async function loadLexicon(folder: string = lexiconFolder): Promise<Lexicon> {
  const [rules, model] = await Promise.all([loadRules(folder), loadModel(folder)]);
  return { rules, model, edition: editionOf({ rules, model }) };
}

/** A reader by the rules and the model of data/lexicon; throws what `loadLexicon` throws. */
export async function loadReader(folder: string = lexiconFolder): Promise<PostReader> {
  return createReader(await loadLexicon(folder));
}

async function loadModel(folder: string): Promise<ModelFile> {
  const wrong = (path: string, what: string): QorganError =>
    new QorganError('QRG_WATCH_LEXICON', { file: MODEL_FILE, line: 1, path, what });
  let value: unknown;
  try {
    value = JSON.parse(await readText(join(folder, MODEL_FILE)));
  } catch (error) {
    if (error instanceof QorganError) throw error;
    throw wrong('—', 'JSON');
  }
  const read = modelShape.safeParse(value);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0];
  throw wrong(path.join('.') || '—', message);
}
