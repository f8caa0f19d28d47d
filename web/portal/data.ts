import type { Lessons } from '../../src/academy/lesson.ts';
import type { Lexicon } from '../../src/watch/read/lexicon.ts';

/** What the server makes of the folder data/ for pages that work without a network. */
export interface PortalData {
  readonly lexicon: Lexicon;
  readonly lessons: Lessons;
  /** Their pages know their forms: `portalData<Help>('help')`. */
  readonly help: unknown;
  readonly law: unknown;
}

export type DataName = keyof PortalData;

/** Thrown where a file of data is not on the device and cannot be fetched now. */
class DataMissing extends Error {
  readonly file: DataName;

  constructor(file: DataName) {
    super(`no ${file}`);
    this.file = file;
  }
}

const fetched = new Map<DataName, Promise<unknown>>();

/**
 * A file of data, fetched once a visit; after the first visit the service worker has it, with or without a network. Throws
 * DataMissing; a later call tries again.
 */
export function portalData<T = never, N extends DataName = DataName>(
  name: N,
): Promise<[T] extends [never] ? PortalData[N] : T> {
  let data = fetched.get(name);
  if (data === undefined) {
    data = fetchData(name);
    fetched.set(name, data);
    data.catch(() => fetched.delete(name));
  }
  return data as Promise<[T] extends [never] ? PortalData[N] : T>;
}

async function fetchData(name: DataName): Promise<unknown> {
  try {
    const response = await fetch(`/portal/data/${name}.json`);
    if (response.ok) return await response.json();
  } catch {
    // no network, or half a file
  }
  throw new DataMissing(name);
}
