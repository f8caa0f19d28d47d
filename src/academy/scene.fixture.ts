import type { Localized } from '../domain/language.ts';
import type { Random } from '../domain/random.ts';
import type { Choice, Ending, Scene, Turn } from './lesson.ts';
import { MOVES } from './lesson.ts';

export const said = (ru: string): Localized => ({ ru, kk: `${ru} қ`, en: `${ru} en` });

/**
 * A scene drawn at random that ends on every way, also in its simple variant: a choice leads to a later turn or to an ending,
 * and every turn is reached.
 */
export function drawnScene(random: Random): Scene {
  const turns = random.int(2, 9);
  const ends = random.int(2, 5);
  const endings: Ending[] = Array.from({ length: ends }, (_, i) => ({
    id: `end-${i}`,
    decision: i === 0 ? 'took' : i === 1 ? 'declined' : random.pick(['took', 'declined']),
    later: [],
    lesson: said(`Урок ${i}.`),
  }));
  const target = (from: number): string =>
    from + 1 < turns && random.chance(0.6)
      ? `turn-${random.int(from + 1, turns - 1)}`
      : `end-${random.int(0, ends - 1)}`;
  const choice = (from: number, to = target(from), simple = random.chance(0.5)): Choice => ({
    text: said(`Ответ ${from} ${to} ${random.int(0, 1e6)}`),
    ...{ to, simple, move: random.pick(MOVES) },
  });
  return {
    ...bareScene,
    turns: Array.from({ length: turns }, (_, i): Turn => {
      const onward = i + 1 < turns ? `turn-${i + 1}` : 'end-0';
      const choices = [
        choice(i, onward, true),
        choice(i, i + 1 < turns ? target(i) : 'end-1', true),
      ];
      if (random.chance(0.6)) choices.push(choice(i));
      return { id: `turn-${i}`, says: [{ from: 'them', text: said(`Реплика ${i}.`) }], choices };
    }),
    endings,
  };
}

const bareScene: Omit<Scene, 'turns' | 'endings'> = {
  id: 'drawn',
  kind: 'trap',
  guise: 'card_rent',
  channel: 'telegram',
  minutes: 4,
  title: said('Сообщение.'),
  setting: said('Ты дома.'),
  contact: { name: said('Кто-то'), about: said('Недавно был здесь') },
  start: 'turn-0',
  debrief: { tells: [], genuine: said('Есть договор.'), now: said('Скажи взрослому.') },
  review: { by: null, at: null },
};
