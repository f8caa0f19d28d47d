import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitSlow } from '../../../domain/known-contact.ts';
import type { ContactKind, PostLabel, Stance } from '../../../domain/post.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import { CARD, offer, sourcePost, WatchTown } from '../../watch/watch.fixture.ts';
import { knownTerms, knownUnder } from './ask-known.ts';
import { keepKnown, slowHash } from './keep-known.ts';
import { KnownBook } from './known-book.ts';
import { type KnownContacts, openKnownContacts } from './known-contacts.ts';

describeOnStores('contacts of judged posts', (open) => {
  let town: WatchTown;
  let known: KnownContacts;
  let callers = 0;

  beforeAll(async () => {
    town = new WatchTown(await open());
    await town.open();
    const { store, watch } = town;
    // Of what the desk is given it uses the store and the clock.
    known = openKnownContacts({ store, watch, now: () => town.at } as never);
  }, 120_000);
  afterAll(() => town.close());

  const judge = (postId: number, said_label: PostLabel | null, said_stance: Stance = 'offer') =>
    town.store.db
      .updateTable('posts')
      .set({ said_label, said_stance, said_at: town.at })
      .where('post_id', '=', postId)
      .execute();

  /** A post of a public page that names a contact. */
  async function post(name: string, contact: string, kind: 'page' | 'reports' = 'page') {
    const source = await town.source(kind);
    await town.take(source, sourcePost(name, offer(contact)));
    return town.idOf(source, name);
  }

  /** What a phone does: hashes by the terms, tells the prefix, compares the rest. */
  async function ask(kind: ContactKind, value: string): Promise<boolean> {
    const address = `caller ${++callers}`;
    const { salt, iterations } = await knownTerms(known, address);
    const slow = await slowHash({ salt: Buffer.from(salt, 'base64'), iterations }, kind, value);
    const { prefix, suffix } = splitSlow(slow);
    return (await knownUnder(known, prefix, address)).includes(suffix);
  }

  it('are known once a person has called the post an unlawful offer, and no more when that is taken back', async () => {
    const id = await post('judged', '@example_known');
    await keepKnown(known);
    expect(await ask('handle', 'example_known')).toBe(false);
    await judge(id, 'dropper');
    await keepKnown(known);
    expect(await ask('handle', 'example_known')).toBe(true);
    expect(await ask('handle', 'example_other')).toBe(false);
    await judge(id, 'legit');
    await keepKnown(known);
    expect(await ask('handle', 'example_known')).toBe(false);
  });

  it.each(['warning', 'news'] as const)('are not known of a %s', async (stance) => {
    await judge(await post(stance, `@example_${stance}`), 'dropper', stance);
    await keepKnown(known);
    expect(await ask('handle', `example_${stance}`)).toBe(false);
  });

  it('are never cards, and never what somebody only told', async () => {
    await judge(await post('card', `${CARD}, @example_beside`), 'dropper');
    await judge(await post('told', '@example_told', 'reports'), 'dropper');
    await keepKnown(known);
    expect(await ask('handle', 'example_beside')).toBe(true);
    expect(await ask('card', CARD)).toBe(false);
    expect(await ask('handle', 'example_told')).toBe(false);
  });

  it('are not known while an appeal is open, nor after it was won', async () => {
    const id = await post('appealed', '@example_appeal');
    await judge(id, 'dropper');
    const by = { drafted_by_id: 1, drafted_by: 'test', created_at: town.at, found_at: town.at };
    const { takedown_id } = await town.store.db
      .insertInto('takedowns')
      .values({
        ...{ ...by, post_id: id, channel: 'host', addressee: 'host', language: 'ru' },
        ...{ ground: 'test', state: 'requested', sealed: town.store.vault.seal('letter') },
      })
      .returning('takedown_id')
      .executeTakeFirstOrThrow();
    const { appeal_id } = await town.store.db
      .insertInto('takedown_appeals')
      .values({ takedown_id, at: town.at, sealed: town.store.vault.seal('{}') })
      .returning('appeal_id')
      .executeTakeFirstOrThrow();
    const decided = async (outcome: 'upheld' | 'reversed') => {
      await town.store.db
        .updateTable('takedown_appeals')
        .set({ outcome })
        .where('appeal_id', '=', appeal_id)
        .execute();
      await keepKnown(known);
      return ask('handle', 'example_appeal');
    };
    await keepKnown(known);
    expect(await ask('handle', 'example_appeal')).toBe(false);
    expect(await decided('upheld')).toBe(true);
    expect(await decided('reversed')).toBe(false);
  });

  it('keep their terms, and lose what was hashed by others', async () => {
    const { edition } = await knownTerms(known, 'a');
    expect((await knownTerms(known, 'b')).edition).toBe(edition);
    await judge(await post('terms', '@example_terms'), 'dropper');
    await keepKnown(known);
    await town.store.db.updateTable('known_contact_terms').set({ iterations: 1 }).execute();
    expect((await knownTerms(known, 'c')).edition).not.toBe(edition);
    await keepKnown(known);
    expect(await ask('handle', 'example_terms')).toBe(true);
  });

  it('are refused to who asks without an end', async () => {
    const asks = Array.from({ length: 60 }, () => knownUnder(known, '000', 'one'));
    const refused = (await Promise.allSettled(asks)).filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(20);
  });

  it('are refused to one subscriber under all addresses of its own network', async () => {
    const asks = Array.from({ length: 60 }, (_, n) =>
      knownUnder(known, '000', `2001:db8:7:7::${(n + 1).toString(16)}`),
    );
    const refused = (await Promise.allSettled(asks)).filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(20);
    await knownUnder(known, '000', '2001:db8:7:8::1');
  });
});

describe('the book', () => {
  const vaultOf = (secret: string) =>
    ({
      hash: (_: string, value: string) =>
        Buffer.from(`${secret}${value}`.padStart(40, '.')).reverse(),
    }) as never;
  const slow = (prefix: number, n: number) =>
    Buffer.from([prefix >> 4, ((prefix & 15) << 4) | (n >> 8), n & 255, 7, 7]);

  it('answers as many entries for every prefix, however many are known', () => {
    const book = new KnownBook(vaultOf('a'));
    book.replace([]);
    expect(book.suffixes('abc')).toHaveLength(16);
    book.replace(Array.from({ length: 40 }, (_, n) => slow(0xabc, n)));
    expect(book.suffixes('abc')).toHaveLength(64);
    expect(book.suffixes('abd')).toHaveLength(64);
  });

  it('answers the same each time, in an order that tells nothing', () => {
    const book = new KnownBook(vaultOf('a'));
    book.replace([slow(0xabc, 1)]);
    const once = book.suffixes('abc');
    expect(book.suffixes('abc')).toEqual(once);
    expect(once).toEqual(once.toSorted());
    expect(once.filter((suffix) => !/^[0-9a-f]{6}$/.test(suffix))).toEqual([]);
  });
});
