import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';

/** One line of a file of posts. */
export interface PostLine {
  readonly id: string | number;
  readonly text: string;
}

/** Reads {id, text} from a line of JSON. Fails with QRG_WATCH_ROW_OBJECT, QRG_WATCH_ROW_ID, QRG_WATCH_ROW_TEXT. */
export function readPostLine(line: string): Result<PostLine> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail('QRG_WATCH_ROW_OBJECT');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('QRG_WATCH_ROW_OBJECT');
  const { id, text } = value as { id?: unknown; text?: unknown };
  if (typeof id !== 'string' && typeof id !== 'number') return fail('QRG_WATCH_ROW_ID');
  if (typeof text !== 'string') return fail('QRG_WATCH_ROW_TEXT');
  return ok({ id, text });
}
