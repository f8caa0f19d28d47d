import { useEffect, useState } from 'preact/hooks';
import type { Lessons } from '../../../src/academy/lesson.ts';
import { portalData } from '../data.ts';

interface Loading {
  readonly lessons: Lessons | undefined;
  readonly failed: boolean;
  readonly again: () => void;
}

/** The lessons, fetched once; without the network they come from what the browser kept. */
export function useLessons(): Loading {
  const [lessons, setLessons] = useState<Lessons>();
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    portalData('lessons').then(setLessons, () => setFailed(true));
  };
  useEffect(load, []);
  return { lessons, failed, again: load };
}
