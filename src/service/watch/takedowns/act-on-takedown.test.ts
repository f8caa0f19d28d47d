import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import { actOnTakedown } from './act-on-takedown.ts';
import { editTakedown } from './edit-takedown.ts';
import { optionsForPost } from './options-for-post.ts';
import { showLetter } from './show-letter.ts';
import { showTakedown } from './show-takedown.ts';
import { codeOf, HOUR, person, reason, START, TakedownWorld } from './takedown-world.fixture.ts';

describeOnStores('requests to take a page down', (open) => {
  let w: TakedownWorld;

  beforeAll(async () => {
    w = await TakedownWorld.make(await open());
  });
  beforeEach(() => {
    w.now = START;
    w.pages.clear();
  });

  it('one person drafts and seals, another sends; every step stands in two records', async () => {
    const post = await w.post();
    const { takedownId, state, ground } = await w.draft(post);
    expect([state, ground]).toEqual(['triaged', 'platforms.14.fraud']);
    w.now += HOUR;
    const sealed = await w.act(takedownId, { kind: 'seal', reason }, w.analyst);
    expect(sealed.state).toBe('sealed');
    const send = { kind: 'send', number: '12-3/456', sentAt: w.now, reason } as const;
    expect(await codeOf(w.act(takedownId, send, w.analyst))).toBe('QRG_TAKEDOWN_ROLE');
    const both = person(1, ['analyst', 'supervisor'], w.bank);
    expect(await codeOf(w.act(takedownId, send, both))).toBe('QRG_TAKEDOWN_SAME_PERSON');
    const sent = await w.act(takedownId, send);
    expect(sent).toMatchObject({
      state: 'requested',
      requestedAt: w.now,
      requestNumber: '12-3/456',
      approvedBy: { userId: 3 },
      answerDueAt: w.now + 72 * HOUR,
      nextCheckAt: w.now + HOUR,
      overdue: false,
    });
    const answered = { answeredAt: w.now, reason } as const;
    await w.act(takedownId, { kind: 'acknowledge', ...answered }, w.liaison);
    await w.act(takedownId, { kind: 'remove', ...answered }, w.liaison);
    const seen = await showTakedown(w.deps, w.analyst, takedownId);
    expect(seen).toMatchObject({ state: 'removed', removedAt: w.now, answerDueAt: null });
    expect(seen.checks.map(({ hours }) => hours)).toEqual([1, 24, 168, 720]);
    expect(seen.events.map(({ event, by }) => [event, by?.userId])).toEqual([
      ['draft', 1],
      ['seal', 1],
      ['send', 3],
      ['acknowledge', 4],
      ['remove', 4],
    ]);
    expect(await w.audited(takedownId)).toEqual(
      ['draft', 'seal', 'send', 'acknowledge', 'remove'].map((event) => `takedown.${event}`),
    );
  });

  it('only of what a person said to be an unlawful offer', async () => {
    const cases = [
      [await w.post({ said: null }), 'QRG_TAKEDOWN_POST'],
      [await w.post({ said: ['dropper', 'warning'] }), 'QRG_TAKEDOWN_POST'],
      [await w.post({ said: ['legit', 'offer'] }), 'QRG_TAKEDOWN_POST'],
      [await w.post({ url: null }), 'QRG_TAKEDOWN_ADDRESS'],
      [await w.post({ institution: w.other }), 'QRG_WATCH_POST_UNKNOWN'],
      [999_999, 'QRG_WATCH_POST_UNKNOWN'],
    ] as const;
    for (const [post, code] of cases) expect(await codeOf(w.draft(post))).toBe(code);
  });

  it('is not sent once a person has said that the post is lawful', async () => {
    const post = await w.post();
    const { takedownId } = await w.draft(post);
    await w.act(takedownId, { kind: 'seal', reason }, w.analyst);
    const send = { kind: 'send', number: '12/3', sentAt: w.now, reason } as const;
    const say = (said_stance: 'offer' | 'warning') =>
      w.store.db.updateTable('posts').set({ said_stance }).where('post_id', '=', post).execute();
    await say('warning');
    expect(await codeOf(w.act(takedownId, send))).toBe('QRG_TAKEDOWN_POST');
    await say('offer');
    expect(await codeOf(w.act(takedownId, send))).toBe('done');
  });

  it('nobody asks for words that nobody has read: a post that was edited is labelled again first', async () => {
    const post = await w.post();
    const { takedownId } = await w.draft(post);
    await w.act(takedownId, { kind: 'seal', reason }, w.analyst);
    const send = { kind: 'send', number: '12/4', sentAt: w.now, reason } as const;
    const edited = await w.post();
    for (const post_id of [post, edited])
      await w.store.db
        .insertInto('post_reviews')
        .values({
          post_id,
          at: w.now,
          label: 'dropper',
          stance: 'offer',
          asks: [],
          read_label: 'dropper',
          read_score: 0.9,
          reader: 'test',
          content: Buffer.alloc(32, 255),
          actor_id: 1,
          actor: 'test',
          note_sealed: w.store.vault.seal(''),
        })
        .execute();
    expect(await codeOf(w.draft(edited))).toBe('QRG_TAKEDOWN_EDITED');
    expect(await codeOf(w.act(takedownId, send))).toBe('QRG_TAKEDOWN_EDITED');
  });

  it('is sealed with a copy that shows the page, and not with that of an error', async () => {
    const post = await w.post();
    const gone = await w.copy(post, { cause: 'recheck', status: 404 });
    const { takedownId } = await w.draft(post);
    const sealed = (capture: number) =>
      codeOf(w.act(takedownId, { kind: 'seal', capture, reason }, w.analyst));
    expect(await sealed(gone)).toBe('QRG_TAKEDOWN_COPY');
    expect(await codeOf(w.draft(await w.post(), { capture: gone }))).toBe('QRG_TAKEDOWN_CAPTURE');
    const other = await w.post();
    const lost = await w.copy(other, { status: 404 });
    expect(await codeOf(w.draft(other, { capture: lost }))).toBe('QRG_TAKEDOWN_COPY');
    expect(await sealed(await w.copy(post))).toBe('done');
  });

  it('of an institution’s own post opens nobody else’s removal again, and is not told of there', async () => {
    const campaign = await w.campaign();
    const takedownId = await w.sent(await w.post({ campaign }));
    const answered = { answeredAt: w.now, reason } as const;
    await w.act(takedownId, { kind: 'remove', ...answered }, w.liaison);
    w.now += HOUR;
    const { follows } = await w.draft(await w.post({ campaign, institution: w.bank }));
    expect(follows).toBe(takedownId);
    const { state, events } = await showTakedown(w.deps, w.stranger, takedownId);
    expect([state, events.at(-1)?.event]).toEqual(['removed', 'remove']);
  });

  it('no program, no reader, no strange channel, ground or copy', async () => {
    const post = await w.post();
    const elsewhere = await w.copy(await w.post());
    expect(await codeOf(w.draft(post, {}, { ...w.analyst, kind: 'key' }))).toBe(
      'QRG_TAKEDOWN_PERSON',
    );
    expect(await codeOf(w.draft(post, {}, w.liaison))).toBe('QRG_TAKEDOWN_ROLE');
    expect(await codeOf(w.draft(post, { channel: 'pigeon' }))).toBe('QRG_TAKEDOWN_CHANNEL');
    expect(await codeOf(w.draft(post, { ground: 'platforms.14.drugs' }))).toBe(
      'QRG_TAKEDOWN_GROUND',
    );
    expect(await codeOf(w.draft(post, { capture: elsewhere }))).toBe('QRG_TAKEDOWN_CAPTURE');
  });

  it('nobody asks twice by one channel; of two who draft at once one does', async () => {
    const post = await w.post();
    const both = await Promise.all([
      codeOf(w.draft(post)),
      codeOf(w.draft(post, {}, w.investigator)),
    ]);
    expect(both.sort()).toEqual(['QRG_TAKEDOWN_EXISTS', 'done']);
    expect(await codeOf(w.draft(post, { channel: 'regulator_register' }))).toBe('done');
  });

  it('the letter is filled step by step, and says in a note what its reader need not know', async () => {
    const post = await w.post();
    const copy = await w.copy(post);
    const { takedownId, state } = await w.draft(post, { capture: copy, language: 'kk' });
    expect(state).toBe('sealed');
    const drafted = await showLetter(w.deps, w.supervisor, takedownId, 'request', 'en');
    expect(drafted.unfilled).toEqual(['sender', 'date', 'number']);
    expect(drafted.body).toContain('@kurator_');
    expect(drafted.body).toContain(drafted.sha256);
    expect(drafted.note.join('\n')).toMatch(/Not compared with the official text.*article 14\(1\)/);
    expect(drafted.note.join('\n')).toContain('no outside timestamp');
    expect(drafted.body).not.toMatch(/Not compared|салыстырылмаған/);
    await w.act(takedownId, { kind: 'send', number: '12/3', sentAt: w.now, reason });
    const sent = await showLetter(w.deps, w.analyst, takedownId, 'request', 'ru');
    expect(sent.unfilled).toEqual([]);
    expect(sent.body).toContain('alpha bank');
    expect(await codeOf(showLetter(w.deps, w.analyst, takedownId, 'withdrawal', 'ru'))).toBe(
      'QRG_TAKEDOWN_NOT_SENT',
    );
    expect(await w.audited(takedownId)).toContain('takedown.letter');
    const raw = await w.store.pool.query(
      `SELECT (SELECT string_agg(t::text, '') FROM takedowns t) || (SELECT string_agg(a::text, '') FROM audit a) AS all`,
    );
    expect(raw.rows[0].all).not.toContain('kurator_');
  });

  it('only the drafter edits, nothing that accuses, nothing after it was sent', async () => {
    const { takedownId } = await w.draft(await w.post());
    const edit = async (by: typeof w.analyst, change: { body: string }) =>
      codeOf(editTakedown(w.deps, by, takedownId, await w.versionOf(takedownId), change));
    expect(await edit(w.investigator, { body: 'x'.repeat(30) })).toBe('QRG_TAKEDOWN_DRAFTER');
    expect(await edit(w.analyst, { body: 'Эти мошенники виновны во всём.' })).toBe(
      'QRG_TAKEDOWN_ACCUSES',
    );
    expect(await edit(w.analyst, { body: 'Просим удалить страницу. {sender} {nobody}' })).toBe(
      'done',
    );
    await w.act(takedownId, { kind: 'seal', reason }, w.analyst);
    const send = { kind: 'send', number: '1', sentAt: w.now, reason } as const;
    expect(await codeOf(w.act(takedownId, send))).toBe('QRG_TAKEDOWN_LETTER');
    expect(await edit(w.analyst, { body: 'Просим удалить эту страницу.' })).toBe('done');
    expect(await codeOf(w.act(takedownId, send))).toBe('QRG_TAKEDOWN_LETTER_BARE');
    const { sha256 } = await showLetter(w.deps, w.analyst, takedownId, 'request', 'ru');
    expect(await edit(w.analyst, { body: `Копия: ${sha256}, просим удалить.` })).toBe('done');
    expect(await codeOf(w.act(takedownId, send))).toBe('done');
    expect(await edit(w.analyst, { body: 'Просим удалить эту страницу.' })).toBe(
      'QRG_TAKEDOWN_STATE',
    );
  });

  it('a page that is sealed again gives the letter its new sum, also after an edit', async () => {
    const post = await w.post();
    const { takedownId } = await w.draft(post, { capture: await w.copy(post) });
    const first = await showLetter(w.deps, w.analyst, takedownId, 'request', 'ru');
    const body = `Наши слова.\n${first.body}`;
    await editTakedown(w.deps, w.analyst, takedownId, await w.versionOf(takedownId), { body });
    w.now += HOUR;
    await w.act(takedownId, { kind: 'seal', reason }, w.analyst);
    const second = await showLetter(w.deps, w.analyst, takedownId, 'request', 'ru');
    expect(second.body).toContain('Наши слова.');
    expect(second.body).toContain(second.sha256);
    expect(second.body).not.toContain(first.sha256);
    // The page was found in the second of the first copy: that time stays.
    expect(second.body).toContain('Найдена: 2026-11-26 07:00:00 UTC');
    expect(second.body).toContain('снята 2026-11-26 08:00:00 UTC');
  });

  it('an error page is no copy of the post', async () => {
    const post = await w.post();
    const { takedownId } = await w.draft(post);
    w.pages.set(post, 'gone');
    const seal = { kind: 'seal', reason } as const;
    expect(await codeOf(w.act(takedownId, seal, w.analyst))).toBe('QRG_TAKEDOWN_COPY');
    w.pages.set(post, 'refuses');
    expect(await codeOf(w.act(takedownId, seal, w.analyst))).toBe('QRG_WATCH_UNREACHABLE');
    expect(await w.stateOf(takedownId)).toBe('triaged');
  });

  it('of two who act on one version one wins; times lie between the draft and now', async () => {
    const post = await w.post();
    const { takedownId, version } = await w.draft(post, { capture: await w.copy(post) });
    w.now += HOUR;
    const send = (sentAt: number) => ({ kind: 'send', number: '7', sentAt, reason }) as const;
    for (const at of [w.now + 1, START - 60_001])
      expect(await codeOf(w.act(takedownId, send(at)))).toBe('QRG_TAKEDOWN_TIME');
    const both = await Promise.all([
      codeOf(actOnTakedown(w.deps, w.supervisor, takedownId, version, send(w.now))),
      codeOf(actOnTakedown(w.deps, w.investigator, takedownId, version, send(w.now))),
    ]);
    expect(both.sort()).toEqual(['QRG_TAKEDOWN_VERSION', 'done']);
    const early = { kind: 'remove', answeredAt: START - HOUR, reason } as const;
    expect(await codeOf(w.act(takedownId, early))).toBe('QRG_TAKEDOWN_TIME');
  });

  it('another institution neither sees nor touches what is of one; of what is nobody’s all do', async () => {
    const own = await w.draft(await w.post({ institution: w.bank }));
    expect(await codeOf(showTakedown(w.deps, w.stranger, own.takedownId))).toBe(
      'QRG_TAKEDOWN_UNKNOWN',
    );
    const seal = { kind: 'seal', reason } as const;
    expect(await codeOf(w.act(own.takedownId, seal, w.stranger))).toBe('QRG_TAKEDOWN_UNKNOWN');
    const all = { ...person(8, ['investigator'], w.other), seesAll: true };
    expect((await showTakedown(w.deps, all, own.takedownId)).acts).toEqual([]);
    expect(await codeOf(w.act(own.takedownId, seal, all))).toBe('QRG_TAKEDOWN_UNKNOWN');
    const shared = await w.draft(await w.post());
    await w.act(shared.takedownId, seal, w.analyst);
    const sent = await w.act(
      shared.takedownId,
      { kind: 'send', number: '9', sentAt: w.now, reason },
      w.stranger,
    );
    expect(sent.approvedBy).toEqual({ userId: 9, name: 'person-9' });
    const { body } = await showLetter(w.deps, w.analyst, shared.takedownId, 'request', 'ru');
    expect(body).toContain('beta bank');
  });

  it('taking back what was sent writes the letter that says so, and nobody looks any more', async () => {
    const takedownId = await w.sent(await w.post());
    await w.act(takedownId, { kind: 'withdraw', reason });
    const letter = await showLetter(w.deps, w.analyst, takedownId, 'withdrawal', 'ru');
    expect(letter.body).toContain('12/3');
    expect(letter.unfilled).toEqual([]);
    expect((await showTakedown(w.deps, w.analyst, takedownId)).checks).toEqual([]);
  });

  it('suggests a way by where the page is, and says why none is open', async () => {
    const post = await w.post();
    const { takedownId } = await w.draft(post);
    const found = await optionsForPost(w.deps, w.analyst, post, 'kk');
    expect(found).toMatchObject({ host: 'Telegram', problem: null });
    const [first, ...rest] = found.options;
    expect([first.channel.id, first.suggested, first.open]).toEqual([
      'platform_memorandum',
      true,
      takedownId,
    ]);
    expect(rest.at(-1)?.suggested).toBe(false);
    const site = await w.post({ url: 'https://rabota-example.kz/1', said: null });
    const other = await optionsForPost(w.deps, w.analyst, site, 'ru');
    expect(other.problem?.code).toBe('QRG_TAKEDOWN_POST');
    expect(other.options[0]).toMatchObject({ channel: { id: 'host_abuse' }, suggested: true });
  });
});
