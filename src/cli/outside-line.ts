import { formatShare } from '../domain/format.ts';
import type { Language } from '../domain/language.ts';
import type { OutsideFeature } from '../learning/evaluation/evaluation.ts';
import { say } from './texts.ts';

const SHOWN = 5;

/** A line about features that a model never met like that; none where all is as it learnt. */
export function outsideLine(outside: readonly OutsideFeature[], language: Language): string[] {
  if (outside.length === 0) return [];
  const features = outside
    .slice(0, SHOWN)
    .map(({ feature, share }) => `${feature} ${formatShare(share, language)}`)
    .join(', ');
  return [say('outside', language, { features })];
}
