import type { Random } from '../random.ts';

const PARTS = ['work', 'shop', 'pay', 'money', 'job', 'almaty', 'astana', 'aktau', 'tenge', 'card'];

/** A well-formed Telegram name, lower case without '@'. */
export function fakeHandle(random: Random): string {
  const [first, second] = random.shuffle(PARTS);
  return `${first}_${second}${random.int(100_000, 999_999_999)}`;
}
