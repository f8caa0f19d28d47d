import { fakeBin } from '../../domain/fake/bin.ts';
import { fakePan } from '../../domain/fake/card.ts';
import { fakeKzIban } from '../../domain/fake/iban-kz.ts';
import { fakeIin } from '../../domain/fake/iin.ts';
import { fakeKzPhone } from '../../domain/fake/phone.ts';
import { createRandom, type Random } from '../../domain/random.ts';
import { type ListBatch, openList } from './open-list.ts';

/** A party that nobody is. */
export interface InventedParty {
  readonly iin: string;
  readonly iban: string;
  readonly pan: string;
  readonly phone: string;
  readonly name: string;
}

const SURNAMES = ['Тестов', 'Образцов', 'Примеров', 'Үлгіұлы', 'Мысалбеков'];
const NAMES = ['Аян', 'Данияр', 'Мира', 'Олжас', 'Сабина'];

function inventParty(random: Random): InventedParty {
  const bornAt = random.int(Date.UTC(1950, 0, 1), Date.UTC(2008, 0, 1));
  return {
    iin: random.chance(0.9)
      ? fakeIin(random, { bornAt, sex: random.pick(['male', 'female']) })
      : fakeBin(random, random.int(Date.UTC(1996, 0, 1), Date.UTC(2026, 0, 1))),
    iban: fakeKzIban(random, '722'),
    pan: fakePan(random),
    phone: fakeKzPhone(random),
    name: `${random.pick(SURNAMES)} ${random.pick(NAMES)}`,
  };
}

/** `count` invented parties; the same seed gives the same ones. */
export function inventParties(seed: number, count: number): InventedParty[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => inventParty(random));
}

/** A text as the pieces of a file, of `size` bytes each. */
export async function* piecesOf(
  text: string | Uint8Array,
  size = 1 << 16,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Everything a file gives, at once. */
export async function readAll(
  text: string | Uint8Array,
  options: { size?: number; naming?: (number: string) => string } = {},
): Promise<ListBatch & { format: string; ignored: string[] }> {
  const opened = await openList(piecesOf(text, options.size), options.naming);
  const batches: ListBatch[] = [];
  for await (const batch of opened.batches()) batches.push(batch);
  return {
    format: opened.format,
    ignored: [...opened.ignored],
    entries: batches.flatMap(({ entries }) => entries),
    faults: batches.flatMap(({ faults }) => faults),
  };
}
