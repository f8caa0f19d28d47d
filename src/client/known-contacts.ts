import type { z } from 'zod';
import type * as known from '../http/contract/known-contact.ts';
import type { Caller } from './caller.ts';

/** Contacts known from judged posts, asked by a prefix. */
export const knownContactCalls = (caller: Caller) => ({
  /** By what to hash. */
  terms: () => caller.json<z.output<typeof known.KnownContactTerms>>('GET', '/v1/known-contacts'),

  /** @param prefix three hex digits */
  under: (prefix: string) =>
    caller.json<z.output<typeof known.KnownContactsFound>>('GET', `/v1/known-contacts/${prefix}`),
});
