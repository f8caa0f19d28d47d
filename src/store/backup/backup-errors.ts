import { QorganError } from '../../domain/errors/catalogue.ts';
import { storeError } from '../store-error.ts';

/** Runs work on a backup file and a database. What the file throws is QRG_BACKUP_FILE, what the database does QRG_STORE_… */
export async function withFileErrors<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Errors of the file system name their call; those of a connection are of the socket's.
    const { syscall = '', code = '' } = error as NodeJS.ErrnoException;
    const isOfFile = /^(open|read|write|link|unlink|rename|fsync|stat|fstat|ftruncate)$/.test(
      syscall,
    );
    if (!isOfFile || code === 'EPIPE') throw storeError(error);
    const refused = new QorganError('QRG_BACKUP_FILE', { file, reason: code });
    refused.cause = error;
    throw refused;
  }
}

export const damaged = (file: string, what: string): QorganError =>
  new QorganError('QRG_BACKUP_DAMAGED', { file, what });
