import { createRandom } from '../domain/random.ts';
import type { BoosterItem, LessonKind } from './lesson.ts';

const DAY_MS = 86_400_000;

/**
 * Days after the training at which what was learned is called to mind again. Without it a game is forgotten in about a month, with it
 * it lasts (Maertens et al., Journal of Experimental Psychology: Applied 27 (2021) 1; docs/explanation/discernment.md).
 */
export const BOOSTER_DAYS = [1, 7, 21] as const;

/** Items of one round: about a minute. */
export const ROUND_ITEMS = 3;

/**
 * Boxes after S. Leitner, "So lernt man lernen" (1972): an item that was judged right moves up one, a mistake brings it back to the
 * first; the next round takes from the lowest boxes.
 */
const BOXES_MOST = 3;

export interface BoxedItem {
  /** 0 after a mistake, up to 3. */
  readonly box: number;
  /** When it was judged last. */
  readonly at: number;
}

/** What a device remembers of boosters; plain data. */
export interface BoosterState {
  readonly trainedAt: number;
  /** When each round was done, in order; at most as many as there are days. */
  readonly rounds: readonly number[];
  readonly boxes: Readonly<Record<string, BoxedItem>>;
}

/** From now on rounds are counted anew; what is known of the items stays. */
export const startBoosters = (now: number, before?: BoosterState): BoosterState => ({
  trainedAt: now,
  rounds: [],
  boxes: before?.boxes ?? {},
});

/**
 * When the next round is due, undefined once all are done. A round that was done late puts off the next ones: the gap is what
 * keeps a memory, not the date.
 */
export function nextRoundAt({ trainedAt, rounds }: BoosterState): number | undefined {
  const day = BOOSTER_DAYS[rounds.length];
  if (day === undefined) return undefined;
  const planned = trainedAt + day * DAY_MS;
  const last = rounds.at(-1);
  if (last === undefined) return planned;
  return Math.max(planned, last + (day - BOOSTER_DAYS[rounds.length - 1]) * DAY_MS);
}

export const isDue = (state: BoosterState, now: number): boolean => {
  const at = nextRoundAt(state);
  return at !== undefined && at <= now;
};

/**
 * Items of the next round: mistakes first, then new ones, then those judged right longest ago; at least one trap and one genuine
 * offer, in an order that says nothing. The same state and seed give the same round.
 */
export function nextRound(
  items: readonly BoosterItem[],
  state: BoosterState,
  seed: number,
): BoosterItem[] {
  const random = createRandom(seed).fork(`round ${state.rounds.length}`);
  const ranked = random
    .shuffle(items)
    .map((item) => ({ item, rank: rankOf(state.boxes[item.id]) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ item }) => item);
  const round = ranked.slice(0, ROUND_ITEMS);
  const missing = (['trap', 'genuine'] as const).find(
    (kind: LessonKind) => !round.some((item) => item.kind === kind),
  );
  const other = ranked.find(({ kind }) => kind === missing);
  if (other !== undefined && round.length === ROUND_ITEMS) round[ROUND_ITEMS - 1] = other;
  return random.shuffle(round);
}

/** Takes the answers of a round: item id to whether it was judged right. */
export function finishRound(
  state: BoosterState,
  right: Readonly<Record<string, boolean>>,
  now: number,
): BoosterState {
  const boxes: Record<string, BoxedItem> = { ...state.boxes };
  for (const [id, isRight] of Object.entries(right))
    boxes[id] = { box: isRight ? Math.min((boxes[id]?.box ?? 0) + 1, BOXES_MOST) : 0, at: now };
  const rounds = [...state.rounds, now].slice(0, BOOSTER_DAYS.length);
  return { ...state, rounds, boxes };
}

/** What is smaller comes sooner: first by box, a new item between a mistake and what was right; then what was met longest ago. */
const rankOf = (boxed: BoxedItem | undefined): readonly [number, number] =>
  boxed === undefined ? [0.5, 0] : [boxed.box, boxed.at];

const compareRanks = (a: readonly [number, number], b: readonly [number, number]): number =>
  a[0] - b[0] || a[1] - b[1];
