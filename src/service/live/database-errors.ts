import { QorganError } from '../../domain/errors/catalogue.ts';

/**
 * SQLSTATE classes after which the same statement may succeed later: connection (08), too many or shutting down (53, 57),
 * disk full (53100), system error (58), serialization and deadlock (40).
 */
const PASSING = new Set(['08', '40', '53', '57', '58']);

/** The database is away, full or going down: what was asked is to be asked again, not given up. */
export function isOutage(error: unknown): boolean {
  if (error instanceof QorganError)
    return error.problem.code === 'QRG_STORE_OTHER_WRITER'
      ? false
      : error.problem.code.startsWith('QRG_STORE_');
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  // Without a code: the driver's own words for a connection that ended.
  if (code === '') return /connection|timeout|terminated|socket/i.test(error.message);
  return PASSING.has(code.slice(0, 2)) || /^E[A-Z]+$/.test(code);
}

export const isRepeatedKey = (error: unknown, constraint: string): boolean =>
  error instanceof Error &&
  codeOf(error) === '23505' &&
  'constraint' in error &&
  error.constraint === constraint;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';
