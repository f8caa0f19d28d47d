import type { FoundLessons } from './found-lessons.ts';
import type { Finding } from './lint/finding.ts';
import { lintBalance } from './lint/lint-balance.ts';
import { lintForms } from './lint/lint-forms.ts';
import { lintNoHowTo } from './lint/lint-no-how-to.ts';
import { lintPlans } from './lint/lint-plans.ts';
import { lintScene } from './lint/lint-scene.ts';
import { lintTexts } from './lint/lint-texts.ts';

/** Everything that is wrong with lessons, however many files of them are there; docs/reference/lessons.md lists the rules. */
export const lintLessons = (found: FoundLessons): Finding[] => [
  ...found.scenes.flatMap(lintScene),
  ...lintBalance(found),
  ...lintForms(found),
  ...lintPlans(found),
  ...lintTexts(found),
  ...lintNoHowTo(found),
];
