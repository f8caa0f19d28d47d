import type { Choice, Scene } from '../lesson.ts';

/** Choices of a scene as a graph. Ids that lead nowhere are passed over here and told apart. */
export interface SceneWays {
  /** Ids of turns and endings that a player can come to. */
  readonly reached: ReadonlySet<string>;
  /** A turn that can be come to again, where there is one: a play might never end. */
  readonly circle: string | undefined;
  /** Turns on the longest way from the start to an ending; undefined where there is a circle. */
  readonly longest: number | undefined;
}

/** Follows all choices, or only those of the simple variant. */
export function waysOf(scene: Scene, simple: boolean): SceneWays {
  const turns = new Map(scene.turns.map((turn) => [turn.id, turn]));
  const endings = new Set(scene.endings.map(({ id }) => id));
  const lengths = new Map<string, number>();
  const open = new Set<string>();
  let circle: string | undefined;
  const follow = (id: string): number => {
    const known = lengths.get(id);
    if (known !== undefined) return known;
    if (endings.has(id)) {
      lengths.set(id, 0);
      return 0;
    }
    const turn = turns.get(id);
    if (turn === undefined) return 0;
    if (open.has(id)) {
      circle ??= id;
      return 0;
    }
    open.add(id);
    const kept = turn.choices.filter((choice: Choice) => !simple || choice.simple === true);
    const length = 1 + Math.max(0, ...kept.map(({ to }) => follow(to)));
    open.delete(id);
    lengths.set(id, length);
    return length;
  };
  const longest = follow(scene.start);
  return {
    reached: new Set(lengths.keys()),
    circle,
    longest: circle === undefined ? longest : undefined,
  };
}

/** Whether a player who has trusted can still turn back: a later choice that refuses, tells or reports. */
export function hasWayBack(scene: Scene): boolean {
  const turns = new Map(scene.turns.map((turn) => [turn.id, turn]));
  const seen = new Set<string>();
  const turnsBack = (id: string): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    return (turns.get(id)?.choices ?? []).some(
      ({ move, to }) => ['refuse', 'tell', 'report'].includes(move) || turnsBack(to),
    );
  };
  return scene.turns.some(({ choices }) =>
    choices.some(({ move, to }) => move === 'trust' && turnsBack(to)),
  );
}
