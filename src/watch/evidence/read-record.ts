import type { z } from 'zod';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { textOf } from './bytes.ts';

/** One JSON file of a package. Errors: QRG_EVIDENCE_ABSENT, QRG_EVIDENCE_FORM with the place that does not fit. */
export function readRecord<T>(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  shape: z.ZodType<T>,
): Result<T> {
  const bytes = files.get(name);
  if (bytes === undefined) return fail('QRG_EVIDENCE_ABSENT', { file: name });
  const text = textOf(bytes);
  if (text === undefined) return fail('QRG_EVIDENCE_FORM', { file: name, path: 'UTF-8' });
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return fail('QRG_EVIDENCE_FORM', { file: name, path: 'JSON' });
  }
  const read = shape.safeParse(told);
  if (read.success) return ok(read.data);
  return fail('QRG_EVIDENCE_FORM', { file: name, path: read.error.issues[0].path.join('.') });
}
