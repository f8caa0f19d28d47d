import type { Lessons } from '../../../academy/lesson.ts';
import type { Store } from '../../../store/store.ts';
import { RateLimiter } from '../../access/token-bucket.ts';
import type { PortalGiven } from '../../portal/portal-given.ts';
import { loadLessons } from '../lessons/load-lessons.ts';
import { type Materials, openMaterials } from '../materials/materials.ts';

/** Classes that teachers opened, and what they print. */
export interface Classes {
  readonly store: Store;
  readonly now: () => number;
  readonly lessons: () => Promise<Lessons>;
  readonly materials: Materials;
  /** What strangers may do, by group of addresses: a whole school has one. */
  readonly rates: {
    readonly open: RateLimiter;
    readonly openNetwork: RateLimiter;
    readonly openAll: RateLimiter;
    readonly join: RateLimiter;
    readonly ask: RateLimiter;
    /** Codes that were wrong, of classes and of pupils of a class: guessing is slow, a class that types its code is not. */
    readonly miss: RateLimiter;
  };
}

type ClassesGiven = Pick<PortalGiven, 'store' | 'now' | 'publicUrl'>;

/**
 * One address opens six classes at once, then one in ten minutes, a whole network of one customer four times as many; all of them
 * together two in three seconds.
 */
const OPEN_RATE = { perSecond: 1 / 600, burst: 6 };
const OPEN_NETWORK_RATE = { perSecond: 1 / 150, burst: 24 };
const OPEN_ALL_RATE = { perSecond: 2 / 3, burst: 200 };
/** By class and address: a class joins from one address within a minute; whoever makes up pupils is slow. */
const JOIN_RATE = { perSecond: 1 / 10, burst: 60 };
/** Two hundred pupils of a school who ask every five seconds. */
const ASK_RATE = { perSecond: 60, burst: 1_200 };
/** A class types its code at once, and every other pupil wrong. Whoever guesses on has six tries a minute, for some nineteen million codes. */
const MISS_RATE = { perSecond: 1 / 10, burst: 60 };

export function openClasses({ store, now, publicUrl }: ClassesGiven): Classes {
  let loaded: Promise<Lessons> | undefined;
  const lessons = () => {
    loaded ??= loadLessons();
    // A file that was mended is read again.
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };
  return {
    store,
    now,
    lessons,
    materials: openMaterials({ lessons, publicUrl, now }),
    rates: {
      open: new RateLimiter(OPEN_RATE),
      openNetwork: new RateLimiter(OPEN_NETWORK_RATE),
      openAll: new RateLimiter(OPEN_ALL_RATE),
      join: new RateLimiter(JOIN_RATE),
      ask: new RateLimiter(ASK_RATE),
      miss: new RateLimiter(MISS_RATE),
    },
  };
}
