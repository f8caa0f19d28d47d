import type { z } from 'zod';
import type * as figures from '../http/contract/figures.ts';
import type { Caller } from './caller.ts';

/** Figures for everybody. */
export const figureCalls = (caller: Caller) => ({
  show: () => caller.json<z.output<typeof figures.PublicFigures>>('GET', '/v1/figures'),
});
