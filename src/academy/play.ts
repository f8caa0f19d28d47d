import type { Localized } from '../domain/language.ts';
import type { Technique } from '../domain/post.ts';
import { createRandom } from '../domain/random.ts';
import type { Answer } from './discernment.ts';
import type { Choice, Decision, Ending, Move, Scene, Speaker, Turn } from './lesson.ts';

/** A scene under way: plain data, never changed; `choose` gives the next one. */
export interface Play {
  readonly scene: Scene;
  /** Fewer choices a turn. */
  readonly simple: boolean;
  /** Order of the choices; any safe integer. */
  readonly seed: number;
  /** What was chosen so far, as places in the shown order. */
  readonly chosen: readonly number[];
}

export interface ShownBubble {
  /** `player` is what the player chose to say or do. */
  readonly from: Speaker | 'player';
  readonly text: Localized;
  /** For the debrief; not to be shown while playing. */
  readonly technique: Technique | undefined;
  /** Turn that it belongs to, from 1. */
  readonly turn: number;
}

export interface PlayView {
  /** All that was said so far, the newest last. */
  readonly bubbles: readonly ShownBubble[];
  /** What can be chosen now, in the order to show; empty once the play has ended. */
  readonly choices: readonly Pick<Choice, 'text' | 'move'>[];
  /** Number of the turn, from 1. */
  readonly turn: number;
  readonly moves: readonly Move[];
  readonly ended: boolean;
  readonly ending: Ending | undefined;
  readonly decision: Decision | undefined;
}

/** Opens a scene. The same seed shows the same order of choices. */
export const startPlay = (
  scene: Scene,
  { simple = false, seed }: { readonly simple?: boolean; readonly seed: number },
): Play => ({ scene, simple, seed, chosen: [] });

/** Takes the choice at a place of the shown order. Throws RangeError where there is none; an ended play has none. */
export function choose(play: Play, place: number): Play {
  if (viewOf(play).choices[place] === undefined)
    throw new RangeError(`no choice ${place} in ${play.scene.id}`);
  return { ...play, chosen: [...play.chosen, place] };
}

/** What a player sees now. */
export function viewOf(play: Play): PlayView {
  const bubbles: ShownBubble[] = [];
  const moves: Move[] = [];
  let turn = turnOf(play.scene, play.scene.start);
  const enter = (next: Turn, number: number): void => {
    for (const { from, text, technique } of next.says)
      bubbles.push({ from, text, technique, turn: number });
  };
  enter(turn, 1);
  for (const [i, place] of play.chosen.entries()) {
    const { text, move, to } = shownChoices(play, turn)[place];
    bubbles.push({ from: 'player', text, technique: undefined, turn: i + 1 });
    moves.push(move);
    const ending = play.scene.endings.find(({ id }) => id === to);
    if (ending !== undefined) return endedView({ bubbles, moves, ending, turn: i + 1 });
    turn = turnOf(play.scene, to);
    enter(turn, i + 2);
  }
  return {
    ...{ bubbles, moves, turn: play.chosen.length + 1 },
    choices: shownChoices(play, turn),
    ...{ ended: false, ending: undefined, decision: undefined },
  };
}

/** What a decision says of the offer: whoever declines takes it for a trap. Undefined until the play has ended. */
export function answerOf(play: Play): Answer | undefined {
  const { decision } = viewOf(play);
  if (decision === undefined) return undefined;
  return { kind: play.scene.kind, said: decision === 'declined' ? 'trap' : 'genuine' };
}

const endedView = (
  now: Pick<PlayView, 'bubbles' | 'moves' | 'turn'> & { readonly ending: Ending },
): PlayView => ({ ...now, choices: [], ended: true, decision: now.ending.decision });

function shownChoices({ simple, seed }: Play, turn: Turn): readonly Choice[] {
  const kept = simple ? turn.choices.filter((choice) => choice.simple === true) : turn.choices;
  return createRandom(seed).fork(turn.id).shuffle(kept);
}

function turnOf(scene: Scene, id: string): Turn {
  const turn = scene.turns.find((one) => one.id === id);
  if (turn === undefined) throw new RangeError(`no turn ${id} in ${scene.id}`);
  return turn;
}
