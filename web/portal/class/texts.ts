import type { Texts } from '../say.ts';

export const T = {} as const satisfies Texts;
