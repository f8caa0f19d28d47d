const PREFIX = 'qorgan.train.';
export type ShelfName = 'progress' | 'look' | 'play' | 'notify';

/** What the device keeps for the trainer; a browser without storage keeps it while the page is open. */
const inMemory = new Map<ShelfName, string>();

export function recall(name: ShelfName): string | null {
  try {
    return inMemory.get(name) ?? localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function remember(name: ShelfName, text: string): void {
  try {
    localStorage.setItem(PREFIX + name, text);
    inMemory.delete(name);
  } catch {
    inMemory.set(name, text);
  }
}

export function forget(name: ShelfName): void {
  inMemory.delete(name);
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // nothing was kept
  }
}

/** A value kept as JSON; undefined for one that is missing or broken. */
export function recallValue(name: ShelfName): unknown {
  try {
    return JSON.parse(recall(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
