import { useState } from 'preact/hooks';

const KEY = 'qorgan.exit';

/** While the page is open: whoever opens a draft and comes back finds the ticks where they were. */
const open = new Map<string, readonly string[]>();

/** Which steps are done, by situation. */
type Kept = Readonly<Record<string, readonly string[]>>;

function recall(): Kept | null {
  try {
    const text = localStorage.getItem(KEY);
    const kept: unknown = text === null ? null : JSON.parse(text);
    return kept !== null && typeof kept === 'object' ? (kept as Kept) : null;
  } catch {
    return null; // no storage, or not what we wrote
  }
}

/** @param kept null: nothing is to be found on the device */
function remember(kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // the ticks last while the page is open
  }
}

export interface Ticks {
  readonly done: readonly string[];
  readonly isKept: boolean;
  tick(stepId: string, isDone: boolean): void;
  keep(isKept: boolean): void;
}

/** Ticks of a check-list: in memory, and on the device only where the visitor asked for it. */
export function useTicks(situation: string): Ticks {
  const [isKept, setIsKept] = useState(() => recall() !== null);
  const [done, setDone] = useState<readonly string[]>(
    () => open.get(situation) ?? recall()?.[situation] ?? [],
  );
  return {
    done,
    isKept,
    tick(stepId, isDone) {
      const next = isDone ? [...done, stepId] : done.filter((one) => one !== stepId);
      setDone(next);
      open.set(situation, next);
      if (isKept) remember({ ...recall(), [situation]: next });
    },
    keep(wanted) {
      setIsKept(wanted);
      remember(wanted ? { ...recall(), [situation]: done } : null);
    },
  };
}
