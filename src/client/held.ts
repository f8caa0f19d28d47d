import type { z } from 'zod';
import type * as held from '../http/contract/held.ts';
import type { Caller } from './caller.ts';

export type Held = z.output<typeof held.Held>;
export type HeldWords = z.input<typeof held.HeldWords>;

/** A held payment by its code, which goes in the body and never in an address. */
export const heldCalls = (caller: Caller) => ({
  look: (code: string) => caller.json<Held>('POST', '/v1/held', { body: { code } }),

  /** Answers the bank's question; wants work proved for `appeal`. */
  explain: (body: HeldWords) => caller.json<Held>('POST', '/v1/held/explanations', { body }),

  appeal: (body: HeldWords) => caller.json<Held>('POST', '/v1/held/appeals', { body }),
});
