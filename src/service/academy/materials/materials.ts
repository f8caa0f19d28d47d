import type { Lessons } from '../../../academy/lesson.ts';
import { RateLimiter } from '../../access/token-bucket.ts';

/** What a teacher prints. */
export interface Materials {
  readonly lessons: () => Promise<Lessons>;
  readonly publicUrl: string | undefined;
  readonly now: () => number;
  /** Made before, latest last; so many and no more. */
  readonly made: Map<string, Promise<Buffer>>;
  readonly madeMost: number;
  readonly rate: RateLimiter;
}

/** Six materials in three languages, for some addresses. */
const MADE_MOST = 60;
/** A teacher takes all of them in all languages at once; each costs a tenth of a second once. */
const PRINT_RATE = { perSecond: 1, burst: 40 };

export const openMaterials = (
  given: Pick<Materials, 'lessons' | 'publicUrl' | 'now'>,
  madeMost = MADE_MOST,
): Materials => ({ ...given, made: new Map(), madeMost, rate: new RateLimiter(PRINT_RATE) });
