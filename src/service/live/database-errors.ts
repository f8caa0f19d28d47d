import { type ErrorCode, QorganError } from '../../domain/errors/catalogue.ts';
import { storeError } from '../../store/store-error.ts';

/** Classes of SQLSTATE after which the same statement may succeed: two transactions met (40), the server's own trouble (58). */
const PASSING = new Set(['40', '58']);

/** The database is away, full or going down: what was asked is to be asked again, not given up. */
export function isOutage(error: unknown): boolean {
  const known = storeError(error);
  if (known instanceof QorganError) return OUTAGES.has(known.problem.code);
  return error instanceof Error && PASSING.has(codeOf(error).slice(0, 2));
}

const OUTAGES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'QRG_STORE_UNREACHABLE',
  'QRG_STORE_CONNECTIONS',
  'QRG_STORE_DISK_FULL',
  'QRG_STORE_SLOW',
]);

export const isRepeatedKey = (error: unknown, constraint: string): boolean =>
  error instanceof Error &&
  codeOf(error) === '23505' &&
  'constraint' in error &&
  error.constraint === constraint;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';
