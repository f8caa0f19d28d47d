import { QorganError } from '../domain/errors/catalogue.ts';

const DEFAULT_PORT = 8080;
const HIGHEST_PORT = 65_535;

/** The port that PORT names: digits, 0 (any free one) to 65535; 8080 when it is not set. Throws QRG_USAGE. */
export function portOf(env: Readonly<Record<string, string | undefined>>): number {
  const told = env.PORT ?? '';
  if (told === '') return DEFAULT_PORT;
  if (!/^\d{1,5}$/.test(told) || Number(told) > HIGHEST_PORT)
    throw new QorganError('QRG_USAGE', { what: `PORT=${told} (0…${HIGHEST_PORT})` });
  return Number(told);
}
