import type { Language } from '../domain/language.ts';
import { FEWEST_DAYS, FEWEST_PEOPLE, MOST_DAYS, MOST_PEOPLE, simulate } from '../sim/simulate.ts';
import { writeWorld } from '../sim/write.ts';
import { languageOf, readArguments, wholeNumber } from './arguments.ts';
import { say } from './texts.ts';

const SEEDS = 2 ** 32 - 1;

/** `qorgan simulate --seed N --days D --people P --out DIR`. */
export async function runSimulate(args: readonly string[], terminal: Language): Promise<number> {
  const { values } = readArguments(args, {
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '60' },
    people: { type: 'string', default: '2000' },
    out: { type: 'string', default: 'qorgan-town' },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  const world = simulate({
    seed: wholeNumber('seed', values.seed, 0, SEEDS),
    days: wholeNumber('days', values.days, FEWEST_DAYS, MOST_DAYS),
    people: wholeNumber('people', values.people, FEWEST_PEOPLE, MOST_PEOPLE),
  });
  const written = await writeWorld(world, values.out);
  const mules = world.truth.filter((t) => t.role !== 'none' && t.role !== 'victim').length;
  const { transfers, accounts } = written;
  process.stdout.write(
    `${say('simulated', language, { transfers, accounts, mules, dir: values.out })}\n`,
  );
  return 0;
}
