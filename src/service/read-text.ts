import { readFile } from 'node:fs/promises';
import { QorganError } from '../domain/errors/catalogue.ts';

/** A file as text. Throws QRG_FILE_UNREADABLE naming it. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new QorganError('QRG_FILE_UNREADABLE', { file: path, reason });
  }
}
