import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { KNOWN_KINDS, knownText, SLOW_BYTES } from '../../../domain/known-contact.ts';
import { type ContactKind, isUnlawful, POST_LABELS } from '../../../domain/post.ts';
import type { KnownContacts } from './known-contacts.ts';
import { type KnownTerms, termsIn } from './known-terms.ts';

const slowly = promisify(pbkdf2);
/** Hashed at one time, one after another beside the work of the service: some 0.2 s each. */
const ONE_TIME_MOST = 50;

/**
 * Contacts that may be known: of a public post that a person has called an unlawful offer and nobody has taken that back (an appeal
 * that is open or was won), written where everybody could read it, and shared by no strangers. SQL over `p` and `c`.
 */
const QUALIFIES = sql<boolean>`
  p.said_at IS NOT NULL
  AND p.institution_id IS NULL
  AND p.said_stance = 'offer'
  AND p.said_label = ANY (${POST_LABELS.filter(isUnlawful)}::text[])
  AND c.kind = ANY (${[...KNOWN_KINDS]}::text[])
  AND NOT EXISTS (
    SELECT FROM watch_sources s WHERE s.source_id = p.source_id AND s.kind = 'reports')
  AND NOT EXISTS (
    SELECT FROM takedowns t JOIN takedown_appeals a USING (takedown_id)
    WHERE t.post_id = p.post_id AND a.outcome IS DISTINCT FROM 'upheld')
  AND NOT EXISTS (SELECT FROM stop_contacts o WHERE o.hash = c.hash)`;

/** Brings what is known up to what people say of posts now, a bounded number of new contacts at a time. */
export async function keepKnown(known: KnownContacts, signal?: AbortSignal): Promise<void> {
  const { store, now } = known;
  const terms = await store.write(async (trx) => {
    await sql`
      DELETE FROM known_contacts k WHERE NOT EXISTS (
        SELECT FROM post_contacts c JOIN posts p USING (post_id)
        WHERE c.hash = k.hash AND ${QUALIFIES})`.execute(trx);
    return termsIn(trx, now());
  });
  for (const { hash, kind, sealed } of await newContacts(known)) {
    if (signal?.aborted === true) return;
    const slow = await slowHash(terms, kind, store.vault.open(sealed).toString());
    await store.write((trx) =>
      trx
        .insertInto('known_contacts')
        .values({ hash, slow, at: now() })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute(),
    );
  }
  await readKnown(known);
}

/** Reads the store into the book. */
export async function readKnown({ store, book }: KnownContacts): Promise<void> {
  const rows = await store.db.selectFrom('known_contacts').select('slow').execute();
  book.replace(rows.map(({ slow }) => slow));
}

interface NewContact {
  readonly hash: Buffer;
  readonly kind: ContactKind;
  readonly sealed: Buffer;
}

async function newContacts({ store }: KnownContacts): Promise<readonly NewContact[]> {
  const { rows } = await sql<NewContact>`
    SELECT DISTINCT ON (c.hash) c.hash, c.kind, c.sealed
    FROM post_contacts c JOIN posts p USING (post_id)
    WHERE ${QUALIFIES} AND NOT EXISTS (SELECT FROM known_contacts k WHERE k.hash = c.hash)
    ORDER BY c.hash LIMIT ${ONE_TIME_MOST}`.execute(store.db);
  return rows;
}

/** The slow hash of a contact, cut to what is compared. */
export const slowHash = (
  { salt, iterations }: KnownTerms,
  kind: ContactKind,
  value: string,
): Promise<Buffer> => slowly(knownText(kind, value), salt, iterations, SLOW_BYTES, 'sha256');
