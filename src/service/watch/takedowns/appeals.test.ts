import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import { decideAppeal, listAppeals, openAppeal } from './appeals.ts';
import { capturePackage, listCaptures, sealPage } from './captures.ts';
import { measureTakedowns } from './measure-takedowns.ts';
import { showLetter } from './show-letter.ts';
import { showTakedown } from './show-takedown.ts';
import { codeOf, person, reason, START, TakedownWorld } from './takedown-world.fixture.ts';

describeOnStores('appeals and copies', (open) => {
  let w: TakedownWorld;

  beforeAll(async () => {
    w = await TakedownWorld.make(await open());
  });
  beforeEach(() => {
    w.now = START;
    w.pages.clear();
  });

  const letter = { from: 'the owner of the channel', text: 'This was a warning, not an offer.' };

  it('is decided by a third person who names the copy they looked at; the request is taken back', async () => {
    const post = await w.post();
    const takedownId = await w.sent(post);
    const { captureId } = await showTakedown(w.deps, w.analyst, takedownId);
    await w.act(takedownId, { kind: 'remove', answeredAt: w.now, reason });
    w.pages.set(post, 'gone');
    const appeal = await openAppeal(w.deps, w.liaison, takedownId, letter);
    expect((await showTakedown(w.deps, w.analyst, takedownId)).appeal).toBe('waits');
    const seen = await listAppeals(w.deps, w.investigator, takedownId);
    expect(seen.problem).toBeNull();
    expect(seen.items[0]).toMatchObject(letter);
    // The page is gone, what it said is not; whom it named is hidden.
    expect(seen.content.text).toMatch(/^Карта керек, жазыңыз: @ku•+_•+$/);
    expect(seen.content.captures.map((copy) => copy.captureId)).toContain(captureId);
    const ids = { takedownId, appealId: appeal.appealId };
    const decision = { outcome: 'reversed', capture: captureId!, reason } as const;
    const decide = (by: typeof w.analyst, more: object = {}, version = appeal.version) =>
      decideAppeal(w.deps, by, ids, version, { ...decision, ...more });
    const drafter = person(1, ['investigator'], w.bank);
    expect(await codeOf(decide(drafter))).toBe('QRG_TAKEDOWN_SAME_PERSON');
    expect(await codeOf(decide(w.supervisor))).toBe('QRG_TAKEDOWN_SAME_PERSON');
    expect(await codeOf(decide(w.liaison))).toBe('QRG_TAKEDOWN_ROLE');
    const elsewhere = await w.copy(await w.post());
    expect(await codeOf(decide(w.investigator, { capture: elsewhere }))).toBe(
      'QRG_TAKEDOWN_CAPTURE',
    );
    expect(await codeOf(decide(w.investigator, {}, 7))).toBe('QRG_TAKEDOWN_VERSION');
    const decided = await decide(w.investigator);
    expect(decided).toMatchObject({ outcome: 'reversed', decidedBy: { userId: 2 }, version: 2 });
    expect(await codeOf(decide(w.investigator, {}, 2))).toBe('QRG_TAKEDOWN_APPEAL_DECIDED');
    expect(await w.stateOf(takedownId)).toBe('withdrawn');
    const back = await showLetter(w.deps, w.analyst, takedownId, 'withdrawal', 'ru');
    expect(back.body).toContain('ошибочным');
    const figures = await measureTakedowns(w.deps, w.analyst, {});
    expect(figures.reversed).toEqual({ of: 1, count: 1, share: 1 });
  });

  it('a request that stands stays as it was; of an unsent one nobody appeals', async () => {
    const draft = await w.draft(await w.post());
    expect(await codeOf(openAppeal(w.deps, w.liaison, draft.takedownId, letter))).toBe(
      'QRG_TAKEDOWN_STATE',
    );
    const takedownId = await w.sent(await w.post());
    const { captureId } = await showTakedown(w.deps, w.analyst, takedownId);
    const { appealId, version } = await openAppeal(w.deps, w.liaison, takedownId, letter);
    const upheld = { outcome: 'upheld', capture: captureId!, reason } as const;
    await decideAppeal(w.deps, w.investigator, { takedownId, appealId }, version, upheld);
    expect(await showTakedown(w.deps, w.analyst, takedownId)).toMatchObject({
      state: 'requested',
      appeal: 'decided',
    });
    expect(await codeOf(listAppeals(w.deps, w.analyst, 999_999))).toBe('QRG_TAKEDOWN_UNKNOWN');
    const lost = decideAppeal(w.deps, w.investigator, { takedownId, appealId: 999 }, 1, upheld);
    expect(await codeOf(lost)).toBe('QRG_TAKEDOWN_APPEAL_UNKNOWN');
  });

  it('what an appeal says is sealed, and not in the record of acts', async () => {
    const takedownId = await w.sent(await w.post());
    await openAppeal(w.deps, w.liaison, takedownId, { from: 'Somebody', text: 'secret-words-17' });
    const raw = await w.store.pool.query(
      `SELECT (SELECT string_agg(t::text, '') FROM takedown_appeals t) || (SELECT string_agg(e::text, '') FROM takedown_events e)
        || (SELECT string_agg(a::text, '') FROM audit a) AS all`,
    );
    expect(raw.rows[0].all).not.toContain('secret-words-17');
  });

  it('copies of a post are listed, made and handed out; each look at one is written down', async () => {
    const post = await w.post();
    await w.copy(post);
    const made = await sealPage(w.deps, w.analyst, post);
    expect(made).toMatchObject({ cause: 'sealed', result: 'up', postId: post });
    const { items } = await listCaptures(w.deps, w.liaison, post, { limit: 10 });
    expect(items.map(({ cause }) => cause)).toEqual(['sealed', 'found']);
    const { bytes, sha256 } = await capturePackage(w.deps, w.liaison, made.captureId);
    expect(bytes.toString()).toContain(`package ${post}`);
    expect(sha256).toBe(made.sha256);
    const rows = await w.store.db
      .selectFrom('audit')
      .select(['action', 'actor'])
      .where('object', '=', `capture:${made.captureId}`)
      .execute();
    expect(rows).toEqual([{ action: 'capture.download', actor: 'person-4' }]);
    expect(await codeOf(capturePackage(w.deps, w.liaison, 999_999))).toBe(
      'QRG_TAKEDOWN_CAPTURE_UNKNOWN',
    );
  });

  it('copies of another institution’s post are not there', async () => {
    const post = await w.post({ institution: w.bank });
    expect(await codeOf(listCaptures(w.deps, w.stranger, post, { limit: 1 }))).toBe(
      'QRG_WATCH_POST_UNKNOWN',
    );
    expect(await codeOf(sealPage(w.deps, w.stranger, post))).toBe('QRG_WATCH_POST_UNKNOWN');
  });
});
