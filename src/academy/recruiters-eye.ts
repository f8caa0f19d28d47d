import type { Technique } from '../domain/post.ts';
import { createRandom } from '../domain/random.ts';
import type { PressureLine } from './lesson.ts';

/** Lines of one game. */
export const EYE_LINES = 8;

/** "Name the technique": a line of pressure and three names. Plain data, never changed. */
export interface EyeGame {
  readonly questions: readonly EyeQuestion[];
  /** What was answered, in order. */
  readonly named: readonly Technique[];
}

export interface EyeQuestion {
  readonly line: PressureLine;
  /** The right name and the wrong ones, in the order to show. */
  readonly names: readonly Technique[];
}

export interface EyeView {
  /** From 0; the number of questions once the game is over. */
  readonly at: number;
  readonly question: EyeQuestion | undefined;
  readonly ended: boolean;
  readonly right: number;
  /** Techniques that were taken for others, each once, in the order met: what to look at again. */
  readonly missed: readonly Technique[];
}

/** A game of so many lines, as many techniques as can be among them. The same seed gives the same game. */
export function startEye(
  lines: readonly PressureLine[],
  { seed, count = EYE_LINES }: { readonly seed: number; readonly count?: number },
): EyeGame {
  const random = createRandom(seed).fork('eye');
  const shuffled = random.shuffle(lines);
  const turnOf = (line: PressureLine): number =>
    shuffled.filter(({ technique }) => technique === line.technique).indexOf(line);
  // First a line of each technique, then a second one of each.
  const chosen = [...shuffled].sort((a, b) => turnOf(a) - turnOf(b)).slice(0, count);
  return {
    questions: chosen.map((line) => ({
      line,
      names: random.shuffle([line.technique, ...line.wrong]),
    })),
    named: [],
  };
}

/** Answers the question shown. Throws RangeError for a name that is not shown. */
export function nameTechnique(game: EyeGame, technique: Technique): EyeGame {
  const { question } = eyeView(game);
  if (question === undefined || !question.names.includes(technique))
    throw new RangeError(`no such name here: ${technique}`);
  return { ...game, named: [...game.named, technique] };
}

export function eyeView({ questions, named }: EyeGame): EyeView {
  const answered = questions.slice(0, named.length);
  const missed = answered.filter(({ line }, i) => line.technique !== named[i]);
  return {
    at: named.length,
    question: questions[named.length],
    ended: named.length === questions.length,
    right: named.length - missed.length,
    missed: [...new Set(missed.map(({ line }) => line.technique))],
  };
}
