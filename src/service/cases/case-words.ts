import type { Transaction } from '../../store/store.ts';
import type { Vault } from '../../store/vault.ts';

/** Words of one title that are kept, and the shortest that is worth it. */
const WORDS_MOST = 40;
const WORD_LEAST = 2;

/** Words of a text as they are looked for: letters and digits, small, without marks of accent. */
export const wordsOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll('ё', 'е')
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length >= WORD_LEAST),
    ),
  ].slice(0, WORDS_MOST);

/** Keyed hash of a word, as table case_words holds it. */
export const wordHash = (vault: Vault, word: string): Buffer => vault.hash('word', word);

/** Keeps the words of a title, so that the case is found by them; those of the title before are gone. */
export async function keepWords(
  vault: Vault,
  trx: Transaction,
  { case_id, institution_id }: { readonly case_id: number; readonly institution_id: number },
  title: string,
): Promise<void> {
  await trx.deleteFrom('case_words').where('case_id', '=', case_id).execute();
  const hashes = wordsOf(title).map((word) => wordHash(vault, word));
  if (hashes.length === 0) return;
  await trx
    .insertInto('case_words')
    .values(hashes.map((hash) => ({ case_id, institution_id, hash })))
    .execute();
}
