import { createHash, randomBytes } from 'node:crypto';
import { KNOWN_ITERATIONS } from '../../../domain/known-contact.ts';
import type { Transaction } from '../../../store/store.ts';

/** By what contacts are hashed here. Public. */
export interface KnownTerms {
  readonly salt: Buffer;
  readonly iterations: number;
}

const SALT_BYTES = 16;

/**
 * The terms of this installation, made the first time; where the number of rounds has changed, new ones, and what was hashed by
 * the old is forgotten.
 */
export async function termsIn(trx: Transaction, now: number): Promise<KnownTerms> {
  const there = await trx
    .selectFrom('known_contact_terms')
    .select(['salt', 'iterations'])
    .forUpdate()
    .executeTakeFirst();
  if (there?.iterations === KNOWN_ITERATIONS) return there;
  const made = { salt: randomBytes(SALT_BYTES), iterations: KNOWN_ITERATIONS, made_at: now };
  await trx.deleteFrom('known_contacts').execute();
  return trx
    .insertInto('known_contact_terms')
    .values({ one: true, ...made })
    .onConflict((conflict) =>
      // Another process may have made the same ones meanwhile: those stay.
      conflict.column('one').doUpdateSet((eb) => ({
        iterations: KNOWN_ITERATIONS,
        salt: eb
          .case()
          .when('known_contact_terms.iterations', '=', KNOWN_ITERATIONS)
          .then(eb.ref('known_contact_terms.salt'))
          .else(made.salt)
          .end(),
      })),
    )
    .returning(['salt', 'iterations'])
    .executeTakeFirstOrThrow();
}

/** Names the terms: who keeps hashes made by them sees when they are others. */
export const editionOfTerms = ({ salt, iterations }: KnownTerms): string =>
  createHash('sha256').update(salt).update(String(iterations)).digest('hex').slice(0, 12);
