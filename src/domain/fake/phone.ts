import type { Random } from '../random.ts';

/** A mobile number of Kazakhstan, '+770…' or '+777…'. The ranges are in use: never call or text it. */
export function fakeKzPhone(random: Random): string {
  const prefix = random.pick(['70', '77']);
  return `+7${prefix}${String(random.int(0, 99_999_999)).padStart(8, '0')}`;
}
