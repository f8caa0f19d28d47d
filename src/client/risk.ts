import type { z } from 'zod';
import type * as risk from '../http/contract/risk.ts';
import type { Caller } from './caller.ts';

export type RiskParameters = z.output<typeof risk.RiskParameters>;
export type RiskChanges = z.input<typeof risk.RiskChanges>;
export type RiskPreview = z.output<typeof risk.RiskPreview>;

export const riskCalls = (caller: Caller) => ({
  /** By what customers are rated. */
  parameters: () => caller.json<RiskParameters>('GET', '/v1/risk/parameters'),

  /** Whom a change would move; nothing is saved. */
  preview: (changes: RiskChanges) =>
    caller.json<RiskPreview>('POST', '/v1/risk/parameters/preview', { body: { changes } }),

  /** Saves a change as the next version, in force at once. */
  save: (body: z.input<typeof risk.SaveRisk>) =>
    caller.json<z.output<typeof risk.RiskSaved>>('POST', '/v1/risk/parameters', { body }),
});
