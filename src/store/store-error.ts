import { type ErrorCode, QorganError } from '../domain/errors/catalogue.ts';

/** SQLSTATE -> what it means to us; https://www.postgresql.org/docs/18/errcodes-appendix.html */
const BY_STATE: Readonly<Record<string, ErrorCode>> = {
  '53100': 'QRG_STORE_DISK_FULL',
  '53300': 'QRG_STORE_CONNECTIONS',
  '57014': 'QRG_STORE_SLOW',
  '55P03': 'QRG_STORE_SLOW',
  '57P01': 'QRG_STORE_UNREACHABLE',
  '57P02': 'QRG_STORE_UNREACHABLE',
  '57P03': 'QRG_STORE_UNREACHABLE',
  '57P05': 'QRG_STORE_UNREACHABLE',
  '28000': 'QRG_STORE_REFUSED',
  '28P01': 'QRG_STORE_REFUSED',
  '3D000': 'QRG_STORE_REFUSED',
};

const codeOf = (error: object): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

function meaning(error: Error): ErrorCode | undefined {
  const code = codeOf(error);
  if (BY_STATE[code] !== undefined) return BY_STATE[code];
  if (code.startsWith('08')) return 'QRG_STORE_UNREACHABLE';
  // PostgreSQL reports ENOSPC of a file it cannot extend with its own words under several states.
  if (/No space left on device|could not (write|extend).*(disk|space)/i.test(error.message))
    return 'QRG_STORE_DISK_FULL';
  if (/^E[A-Z]{3,}$/.test(code)) return 'QRG_STORE_UNREACHABLE';
  if (
    code === '' &&
    /^(Connection terminated|timeout exceeded|Client has encountered a connection error|Client was closed)/i.test(
      error.message,
    )
  )
    return 'QRG_STORE_UNREACHABLE';
  return undefined;
}

/**
 * An error of the driver or the server as one of our catalogue, with the original as its `cause`. What has no meaning
 * beyond its statement (a repeated key, a violated check, a defect of ours) is given back as it is.
 */
export function storeError(error: unknown): unknown {
  if (error instanceof QorganError || !(error instanceof Error)) return error;
  const code = meaning(error);
  if (code === undefined) return error;
  const known = new QorganError(code, { reason: error.message || codeOf(error) });
  known.cause = error;
  return known;
}

/** Runs work on the database; what it throws speaks our catalogue. */
export async function withStoreErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error);
  }
}
