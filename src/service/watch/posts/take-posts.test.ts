import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import type { Principal } from '../../access/principal.ts';
import { verifyPackage } from '../evidence/verify-package.ts';
import { reviewPost } from '../review/review-post.ts';
import { CARD, offer, person, sourcePost, WatchTown } from '../watch.fixture.ts';
import { openPost } from './kept-post.ts';
import { noticeGone } from './notice-gone.ts';
import { showPost } from './show-post.ts';

describeOnStores('taking posts', (open) => {
  let town: WatchTown;
  let analyst: Principal;

  beforeAll(async () => {
    town = new WatchTown(await open());
    await town.open();
    analyst = person((await town.bank('qala')).institutionId);
  }, 120_000);
  afterAll(() => town.close());

  const post = (postId: number) =>
    town.store.db
      .selectFrom('posts')
      .selectAll()
      .where('post_id', '=', postId)
      .executeTakeFirstOrThrow();
  const captures = (postId: number) =>
    town.store.db
      .selectFrom('captures')
      .select(['cause', 'package_sealed'])
      .where('post_id', '=', postId)
      .orderBy('capture_id')
      .execute();

  /** Everything that Watch keeps, as text. */
  async function kept(): Promise<string> {
    const { rows } = await sql<{ all: string }>`
      SELECT md5(string_agg(row, E'\n' ORDER BY row)) AS all FROM (
        SELECT 'p' || posts::text AS row FROM posts UNION ALL SELECT 'c' || post_contacts::text FROM post_contacts
        UNION ALL SELECT 'k' || campaigns::text FROM campaigns UNION ALL SELECT 'e' || campaign_edges::text FROM campaign_edges
        UNION ALL SELECT 's' || watch_sources::text FROM watch_sources UNION ALL SELECT 'h' || post_hits::text FROM post_hits
        UNION ALL SELECT 'a' || capture_id FROM captures) all_rows`.execute(town.store.db);
    return rows[0].all;
  }

  it('reads an offer, keeps whom it leads to, and seals a copy', async () => {
    const source = await town.source();
    const text = `${offer('@dropper_hr_1')} Оплата на ${CARD.replace(/(.{4})/g, '$1 ').trim()}`;
    expect(await town.take(source, sourcePost('1', text))).toEqual({
      new: 1,
      edited: 0,
      again: 0,
      unlawful: 1,
    });
    const row = await post(await town.idOf(source, '1'));
    expect([row.label, row.stance, row.lang]).toEqual(['dropper', 'offer', 'ru']);
    const { text: keptText } = openPost(town.store.vault, row.sealed);
    expect(keptText).toHaveLength(text.length);
    expect(keptText).toContain('4400 43** **** 0007');
    expect(keptText).toContain('@dropper_hr_1');
    const contacts = await town.store.db
      .selectFrom('post_contacts')
      .selectAll()
      .where('post_id', '=', row.post_id)
      .orderBy('starts')
      .execute();
    expect(contacts.map(({ kind }) => kind)).toEqual(['handle', 'card']);
    expect(contacts[1].hash).toEqual(town.store.vault.hash('card', CARD));
    expect(contacts[0].hash).toEqual(town.store.vault.hash('handle', '@dropper_hr_1'));
    expect(town.store.vault.open(contacts[1].sealed).toString()).toBe('440043******0007');
    const [capture] = await captures(row.post_id);
    expect(capture.cause).toBe('found');
    const bytes = town.store.vault.open(capture.package_sealed);
    const checks = await verifyPackage(bytes);
    expect(bytes.includes('@dropper_hr_1')).toBe(true);
    expect(capture.package_sealed.includes('@dropper_hr_1')).toBe(false);
    expect(checks.filter(({ result }) => result === 'altered')).toEqual([]);
  });

  it('shows a post with its contacts hidden and every word in its place', async () => {
    const source = await town.source();
    const text = `${offer('@dropper_hr_1')} и снова @dropper_hr_1, +7 701 000 00 17, карта ${CARD}`;
    await town.take(source, sourcePost('1', text, { author: 'Ivan Test' }));
    const shown = await showPost(town.watch, analyst, await town.idOf(source, '1'), 'en');
    expect(shown.text).toHaveLength(text.length);
    for (const hidden of ['dropper_hr_1', '000 00 17', CARD])
      expect(shown.text).not.toContain(hidden);
    expect(shown.text).toContain('Возьму в аренду');
    expect(shown.author).toBe('I••• T•••');
    expect(shown.people.map(({ kind, shown: masked }) => [kind, masked])).toEqual([
      ['handle', '@dr•••'],
      ['phone', '+7 701 ••• •• 17'],
      ['card', '440043 •••••• 0007'],
    ]);
    expect(shown.read.reasons.length).toBeGreaterThan(0);
    expect(shown.read.reasons[0].title).not.toBe('');
    expect(JSON.stringify(shown)).not.toContain(CARD);
  });

  it('hides every contact, however many stand before it', async () => {
    const source = await town.source();
    const crowd = Array.from({ length: 250 }, (_, i) => `@crowd_${i}_x`).join(' ');
    const text = `${offer('@crowd_hr')} ${crowd}, карта ${CARD.replace(/(.{4})/g, '$1.')} @last_of_all`;
    await town.take(source, sourcePost('1', text));
    const postId = await town.idOf(source, '1');
    const { text: kept } = openPost(town.store.vault, (await post(postId)).sealed);
    expect(kept.replaceAll('.', '')).not.toContain(CARD);
    const shown = await showPost(town.watch, analyst, postId, 'ru');
    expect(shown.text).not.toContain('last_of_all');
    expect(shown.people).toHaveLength(200);
  });

  it('changes nothing when the same posts come again', async () => {
    const source = await town.source();
    const posts = [
      sourcePost('1', offer('@same_again_1')),
      sourcePost('2', 'Сдам квартиру в Алматы, тел. +7 701 000 00 18'),
      sourcePost('2', 'Сдам квартиру в Алматы, тел. +7 701 000 00 18'),
    ];
    expect(await town.take(source, ...posts)).toMatchObject({ new: 2 });
    const before = await kept();
    town.at += 60_000;
    expect(await town.take(source, ...posts)).toEqual({ new: 0, edited: 0, again: 2, unlawful: 0 });
    expect(await kept()).toBe(before);
  });

  it('keeps an edit as a new version and a new sealed copy', async () => {
    const source = await town.source();
    await town.take(source, sourcePost('1', offer('@edited_from')));
    const postId = await town.idOf(source, '1');
    expect(await town.take(source, sourcePost('1', offer('@edited_to')))).toMatchObject({
      edited: 1,
      unlawful: 1,
    });
    expect(await post(postId)).toMatchObject({ edits: 1, version: 2, said_at: null });
    expect((await captures(postId)).map(({ cause }) => cause)).toEqual(['found', 'edited']);
    const { people } = await showPost(town.watch, analyst, postId, 'ru');
    // Whom it led to before is not forgotten.
    expect(people.map(({ starts }) => starts >= 0)).toEqual([true, false]);
  });

  it('lets a person’s word on words that were edited stand only where it was grave', async () => {
    const source = await town.source();
    await town.take(
      source,
      sourcePost('1', offer('@said_then_1')),
      sourcePost('2', 'Продам детский велосипед, самовывоз'),
    );
    const grave = await town.idOf(source, '1');
    const lawful = await town.idOf(source, '2');
    const dropper = { label: 'dropper', stance: 'offer', asks: [] } as const;
    await reviewPost(town.watch, analyst, grave, 1, dropper);
    await reviewPost(town.watch, analyst, lawful, 1, { ...dropper, label: 'legit' });
    await town.take(
      source,
      sourcePost('1', 'Продам диван, самовывоз'),
      sourcePost('2', offer('@said_then_2')),
    );
    expect(await post(grave)).toMatchObject({ said_label: 'dropper', said_at: null });
    expect(await post(lawful)).toMatchObject({ said_label: null, said_at: null, label: 'dropper' });
    expect((await post(grave)).campaign_id).not.toBeNull();
    expect((await post(lawful)).campaign_id).not.toBeNull();
  });

  it('notices a message that its channel shows no more, and one that is back', async () => {
    const source = await town.source('telegram_channel');
    const posts = [1, 2, 3].map((n) =>
      sourcePost(`chan/${n}`, `${n} ${offer(`@chan_${n}`)}`, { fetched: 0 }),
    );
    await town.take(source, ...posts);
    const page = {
      url: 'https://t.me/s/chan',
      finalUrl: 'https://t.me/s/chan',
      chain: [],
      status: 200,
      headers: [],
      at: town.at,
      bytes: Buffer.from('<html></html>'),
      body: Buffer.from('<html></html>'),
      contentType: 'text/html',
    };
    const look = { posts: [posts[0], posts[2]], fetched: [page], operator: 'test' };
    expect(await noticeGone(town.watch, source, look)).toBe(1);
    expect(await noticeGone(town.watch, source, look)).toBe(0);
    const gone = await town.idOf(source, 'chan/2');
    expect(await post(gone)).toMatchObject({ gone_at: town.at });
    expect((await captures(gone)).map(({ cause }) => cause)).toEqual(['found', 'gone']);
    // What is older than everything on the page has only scrolled out of sight.
    const later = { posts: [posts[1], posts[2]], fetched: [page], operator: 'test' };
    expect(await noticeGone(town.watch, source, later)).toBe(0);
    await town.take(source, posts[1]);
    expect(await post(gone)).toMatchObject({ gone_at: null });
  });

  it('takes words that are no text to a database', async () => {
    const source = await town.source();
    const hostile = {
      ...sourcePost('1\0', 'x'),
      text: `${offer('@nul_hr')}\0\ud800`,
      url: 'https://a.example/\0',
    };
    expect(await town.take(source, hostile)).toMatchObject({ new: 1, unlawful: 1 });
    expect(await town.take(source, hostile)).toMatchObject({ new: 0, again: 1 });
  });

  it('takes no card along in any column that is not sealed', async () => {
    const { rows } = await sql<{ text: string }>`
      SELECT string_agg(p::text, '') || (SELECT string_agg(c::text, '') FROM post_contacts c) AS text FROM posts p`.execute(
      town.store.db,
    );
    expect(rows[0].text).not.toContain(CARD);
    expect(rows[0].text).not.toContain('dropper_hr_1');
  });
});
