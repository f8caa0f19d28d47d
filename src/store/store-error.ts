import { type ErrorCode, QorganError } from '../domain/errors/catalogue.ts';

/**
 * Codes of errors -> what they mean to us: SQLSTATE of PostgreSQL (https://www.postgresql.org/docs/18/errcodes-appendix.html)
 * and errno of the system.
 */
const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  '53100': 'QRG_STORE_DISK_FULL',
  ENOSPC: 'QRG_STORE_DISK_FULL',
  EDQUOT: 'QRG_STORE_DISK_FULL',
  '53300': 'QRG_STORE_CONNECTIONS',
  '57014': 'QRG_STORE_SLOW',
  '55P03': 'QRG_STORE_SLOW',
  '25P03': 'QRG_STORE_SLOW',
  '57P01': 'QRG_STORE_UNREACHABLE',
  '57P02': 'QRG_STORE_UNREACHABLE',
  '57P03': 'QRG_STORE_UNREACHABLE',
  '57P05': 'QRG_STORE_UNREACHABLE',
  '28000': 'QRG_STORE_REFUSED',
  '28P01': 'QRG_STORE_REFUSED',
  '3D000': 'QRG_STORE_REFUSED',
  ECONNREFUSED: 'QRG_STORE_UNREACHABLE',
  ECONNRESET: 'QRG_STORE_UNREACHABLE',
  ECONNABORTED: 'QRG_STORE_UNREACHABLE',
  EPIPE: 'QRG_STORE_UNREACHABLE',
  ETIMEDOUT: 'QRG_STORE_UNREACHABLE',
  EHOSTUNREACH: 'QRG_STORE_UNREACHABLE',
  ENETUNREACH: 'QRG_STORE_UNREACHABLE',
  ENOTFOUND: 'QRG_STORE_UNREACHABLE',
  EAI_AGAIN: 'QRG_STORE_UNREACHABLE',
  EACCES: 'QRG_STORE_FOLDER',
  EPERM: 'QRG_STORE_FOLDER',
  EROFS: 'QRG_STORE_FOLDER',
  ENOTDIR: 'QRG_STORE_FOLDER',
};

/** What the driver says without a code: of a connection, and of a statement with a `query_timeout` of its own. */
const DRIVER_LOST =
  /^(Connection terminated|timeout exceeded|Client has encountered a connection error|Client was closed)/i;

const DRIVER_SLOW = /^Query read timeout/;

const textOf = (error: object, property: string): string => {
  const value = (error as Record<string, unknown>)[property];
  return typeof value === 'string' ? value : '';
};

function meaning(error: Error): ErrorCode | undefined {
  const code = textOf(error, 'code');
  if (BY_CODE[code] !== undefined) return BY_CODE[code];
  if (code.startsWith('08')) return 'QRG_STORE_UNREACHABLE';
  // A full disk shows under several states: what stands is the system's own word in the message.
  if (/No space left on device/i.test(error.message)) return 'QRG_STORE_DISK_FULL';
  if (code === '' && DRIVER_SLOW.test(error.message)) return 'QRG_STORE_SLOW';
  if (code === '' && DRIVER_LOST.test(error.message)) return 'QRG_STORE_UNREACHABLE';
  return undefined;
}

/**
 * An error of the driver, the server or the data folder as one of our catalogue, with the original as its `cause`. What has
 * no meaning beyond its statement (a repeated key, a violated check, a defect of ours) is given back as it is.
 */
export function storeError(error: unknown): unknown {
  if (error instanceof QorganError || !(error instanceof Error)) return error;
  const code = meaning(error);
  if (code === undefined) return error;
  const reason = error.message || textOf(error, 'code');
  const known = new QorganError(code, { reason, dir: textOf(error, 'path') });
  known.cause = error;
  return known;
}

/**
 * Runs work on the database; what it throws speaks our catalogue. `trouble` may know better than the connection why the
 * database is away.
 */
export async function withStoreErrors<T>(
  work: () => Promise<T>,
  trouble: () => QorganError | undefined = () => undefined,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = storeError(error);
    const isAway = known instanceof QorganError && known.problem.code === 'QRG_STORE_UNREACHABLE';
    throw (isAway && trouble()) || known;
  }
}
