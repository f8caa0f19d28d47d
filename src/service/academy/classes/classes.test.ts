import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AgeBand } from '../../../store/tables/classes.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import { newClassCode, newLearnerCode, readCode } from './class-codes.ts';
import { armOf, formOf } from './class-forms.ts';
import { cell, classRows, pupilNumbers } from './class-rows.ts';
import { ClassTown } from './class-town.fixture.ts';
import { lookAtClass } from './class-view.ts';
import { endClasses } from './end-classes.ts';
import { joinClass, LEARNERS_MOST } from './join-class.ts';
import { lookAsLearner } from './learner-view.ts';
import { openClass } from './open-class.ts';
import { showResults } from './show-results.ts';
import { removeClass, stepClass } from './step-class.ts';
import { takeAnswers } from './take-answers.ts';

const refusal = (code: string) => ({ problem: { code } });
const DAY_MS = 86_400_000;
const ALL = ['lobby', 'pre', 'training', 'post', 'waiting', 'over'] as const;

describeOnStores('a class', (open) => {
  let town: ClassTown;
  beforeAll(async () => {
    town = new ClassTown(await open());
  });

  /** A class that went all the way; every pupil answers alike, better after the lesson. */
  async function played(pupils: number, control = false, band?: (place: number) => AgeBand) {
    const opened = await town.open(control);
    const joined = await town.pupils(opened, pupils, band);
    await town.steps(opened, 'lobby', 'pre');
    for (const pupil of joined)
      await town.answer(opened, pupil, 'pre', { hits: 2, falseAlarms: 1 });
    await town.steps(opened, 'pre', 'training', 'post');
    for (const pupil of joined)
      await town.answer(opened, pupil, 'post', {
        hits: pupil.arm === 'control' ? 2 : 5,
        falseAlarms: 1,
      });
    await town.steps(opened, 'post', 'waiting', 'over');
    return opened;
  }

  it('is opened by anybody, and its key opens it again', async () => {
    const opened = await town.open();
    expect(opened.code).toMatch(/^[ABCEHKMOPTX]{7}$/);
    expect(opened.key).toMatch(/^[\w-]{43}$/);
    expect(await lookAtClass(town.classes, opened.key, town.address())).toMatchObject({
      ...{ code: opened.code, stage: 'lobby', learners: 0, laterBestAt: null },
      finished: { pre: 0, post: 0, later: 0 },
      endsAt: town.at + 60 * DAY_MS,
    });
    const kept = await town.classes.store.db.selectFrom('classes').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(opened.key);
  });

  it('takes a pupil by a code typed in Cyrillic, and joins the forms of the pupil by another', async () => {
    const opened = await town.open();
    const typed = [...opened.code]
      .map((letter) => 'АВСЕНКМОРТХ'['ABCEHKMOPTX'.indexOf(letter)].toLowerCase())
      .join(' ');
    const given = { code: typed, address: town.address() };
    const joined = await joinClass(town.classes, given, '14_15');
    expect(joined).toMatchObject({ stage: 'lobby', arm: null });
    expect(new Set(joined.sittings.map(({ form }) => form)).size).toBe(3);
    const { learner, ...view } = joined;
    expect(await lookAsLearner(town.classes, { ...given, learner: learner.toLowerCase() })).toEqual(
      view,
    );
  });

  it('has an answer to an item once: late, doubled and partial ones do no harm', async () => {
    const opened = await town.open();
    const [pupil] = await town.pupils(opened, 1);
    const { form } = pupil.sittings[0];
    const given = { code: opened.code, learner: pupil.learner, address: town.address() };
    const say = (said: 'trap' | 'genuine', item = `${form}1`) =>
      takeAnswers(town.classes, { ...given, sitting: 'pre', answers: [{ item, said }] });
    await expect(say('trap')).rejects.toMatchObject(refusal('QRG_CLASS_SITTING'));
    await town.steps(opened, 'lobby', 'pre');
    await say('trap');
    const again = await say('genuine');
    expect(again.sittings[0].answers).toEqual([{ item: `${form}1`, said: 'trap' }]);
    const other = form === 'A' ? 'B1' : 'A1';
    await expect(say('trap', other)).rejects.toMatchObject(refusal('QRG_CLASS_ITEM'));
    await expect(say('trap', `${form}11`)).rejects.toMatchObject(refusal('QRG_CLASS_ITEM'));
    expect((await lookAtClass(town.classes, opened.key, town.address())).finished.pre).toBe(0);
    await town.steps(opened, 'pre', 'training');
    await expect(say('trap', `${form}2`)).rejects.toMatchObject(refusal('QRG_CLASS_SITTING'));
  });

  it('steps forward only, and once for a button pressed twice', async () => {
    const opened = await town.open();
    const step = (from: 'lobby' | 'pre' | 'training', to: 'lobby' | 'pre' | 'post' | 'over') =>
      stepClass(town.classes, { key: opened.key, from, to }, town.address());
    await expect(step('lobby', 'post')).rejects.toMatchObject(refusal('QRG_CLASS_STEP'));
    const both = await Promise.all([step('lobby', 'pre'), step('lobby', 'pre')]);
    expect(both.map(({ stage }) => stage)).toEqual(['pre', 'pre']);
    await expect(step('pre', 'lobby')).rejects.toMatchObject(refusal('QRG_CLASS_STEP'));
    await expect(step('training', 'post')).rejects.toMatchObject(refusal('QRG_CLASS_STEP'));
  });

  it('shows results to its teacher once it is over, and of fewer than five pupils nothing', async () => {
    const opened = await town.open();
    const early = showResults(town.classes, opened.key, town.address());
    await expect(early).rejects.toMatchObject(refusal('QRG_CLASS_RESULTS_EARLY'));
    const few = await played(4);
    const { arms, measured } = await showResults(town.classes, few.key, town.address());
    expect(measured).toBe(4);
    expect(JSON.stringify(arms)).not.toContain('value');
    const rows = classRows(town.classes, { key: few.key, language: 'en' }, town.address());
    await expect(rows).rejects.toMatchObject(refusal('QRG_CLASS_FEW'));
  });

  it('tells what it learned, with and without the control group', async () => {
    const alone = await showResults(town.classes, (await played(12)).key, town.address());
    const { change, pupils, reading } = alone.arms.lesson.changes.pre_post;
    expect([pupils, reading]).toEqual([12, 'learned']);
    expect(change.discernment?.value).toBeCloseTo(0.6);
    expect(alone.effects.pre_post.effect.discernment).toBeUndefined();

    const halved = await showResults(town.classes, (await played(24, true)).key, town.address());
    expect(halved.arms.lesson.changes.pre_post.pupils).toBe(12);
    expect(halved.arms.control.changes.pre_post.change.discernment?.value).toBeCloseTo(0);
    expect(halved.effects.pre_post.effect.discernment?.value).toBeCloseTo(0.6);
  });

  it('gives its answers as rows that say what they are, with no age that points at somebody', async () => {
    const opened = await played(8, false, (place) => (place < 2 ? '18_over' : '14_15'));
    const wish = { key: opened.key, language: 'kk' } as const;
    const text = await classRows(town.classes, wish, town.address());
    const lines = text.trim().split('\r\n');
    const head = lines.findIndex((line) => line.startsWith('pupil;'));
    expect(lines.slice(0, head).every((line) => /^\uFEFF?"?# /.test(line))).toBe(true);
    const rows = lines.slice(head + 1).map((line) => line.split(';'));
    expect(rows).toHaveLength(8 * 2 * 10);
    expect(new Set(rows.map(([pupil]) => pupil)).size).toBe(8);
    // Two pupils of 18 and more are hidden, and six others with them: two without a band would be known.
    expect(new Set(rows.map(([, band]) => band))).toEqual(new Set(['']));
    expect(rows.every((cells) => cells.length === 12)).toBe(true);
  });

  it('gives no rows in which a form, a group or an age with a group points at one pupil', async () => {
    const rowsOf = async (opened: { key: string }) => {
      const wish = { key: opened.key, language: 'en' } as const;
      const lines = (await classRows(town.classes, wish, town.address())).trim().split('\r\n');
      const head = lines.findIndex((line) => line.startsWith('pupil;'));
      return lines.slice(head + 1).map((line) => line.split(';'));
    };
    // Six pupils have all six orders of the forms: each would be known by the form that it had.
    const six = await rowsOf(await played(6));
    expect(new Set(six.map(([, , , , form, , item]) => form + item))).toEqual(new Set(['']));
    const [first] = six.map(([pupil]) => pupil);
    const pairs = six.filter(([pupil]) => pupil === first).map((cells) => cells[7]);
    expect(pairs.slice(0, 10)).toEqual(pairs.slice(10));
    expect(pairs.slice(0, 3)).toEqual(['p1', 'p2', 'p3']);
    // Three and three: each group is of fewer than five.
    const halves = await rowsOf(await played(6, true));
    expect(new Set(halves.map(([, , group]) => group))).toEqual(new Set(['']));
    const many = await rowsOf(await played(30));
    expect(new Set(many.map(([, , , , form]) => form))).toEqual(new Set(['A', 'B', 'C']));
  });

  it('takes two hundred pupils, and nobody after the second form', async () => {
    const opened = await town.open();
    await town.classes.store.db
      .updateTable('classes')
      .set({ learners: LEARNERS_MOST })
      .where('code', '=', opened.code)
      .execute();
    const full = town.pupils(opened, 1);
    await expect(full).rejects.toMatchObject(refusal('QRG_CLASS_FULL'));
    const other = await town.open();
    await town.steps(other, ...ALL.slice(0, 5));
    const late = town.pupils(other, 1);
    await expect(late).rejects.toMatchObject(refusal('QRG_CLASS_JOIN_CLOSED'));
  });

  it('does not let its code be guessed', async () => {
    const opened = await town.open();
    const address = town.address();
    const guess = (code: string) => joinClass(town.classes, { code, address }, '14_15');
    for (let i = 0; i < 60; i++)
      await expect(guess('AAAAAAA')).rejects.toMatchObject(refusal('QRG_CLASS_CODE'));
    await expect(guess('AAAAAAA')).rejects.toMatchObject(refusal('QRG_CLASS_OFTEN'));
    // Though it is right now: whoever guessed waits.
    await expect(guess(opened.code)).rejects.toMatchObject(refusal('QRG_CLASS_OFTEN'));
    town.at += 11_000;
    expect(await guess(opened.code)).toMatchObject({ stage: 'lobby' });
    const key = lookAtClass(town.classes, 'x'.repeat(43), town.address());
    await expect(key).rejects.toMatchObject(refusal('QRG_CLASS_KEY'));
  });

  it('goes on at its school though somebody there types wrong codes and keys for ever', async () => {
    const opened = await town.open();
    const address = town.address();
    const { code, key } = opened;
    const { learner } = await joinClass(town.classes, { code, address }, '14_15');
    const ask = (given: { code: string; learner: string }) =>
      lookAsLearner(town.classes, { ...given, address });
    for (let i = 0; i < 40; i++) {
      const wrong = joinClass(town.classes, { code: 'AAAAAAA', address }, '14_15');
      await expect(wrong).rejects.toThrow();
      await expect(ask({ code: 'BBBBBBB', learner })).rejects.toThrow();
      await expect(lookAtClass(town.classes, 'x'.repeat(43), address)).rejects.toThrow();
    }
    expect(await lookAtClass(town.classes, key, address)).toMatchObject({ learners: 1 });
    expect(await ask({ code, learner })).toMatchObject({ stage: 'lobby' });
    // But nobody learns meanwhile whether there is a class of that code.
    const other = learner === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA';
    await expect(ask({ code, learner: other })).rejects.toMatchObject(refusal('QRG_CLASS_OFTEN'));
    await expect(ask({ code: 'BBBBBBB', learner })).rejects.toMatchObject(
      refusal('QRG_CLASS_OFTEN'),
    );
  });

  it('does not let the code of a pupil be guessed', async () => {
    const { code } = await town.open();
    const address = town.address();
    const { learner } = await joinClass(town.classes, { code, address }, '14_15');
    const other = learner === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA';
    const guess = (one: string) => lookAsLearner(town.classes, { code, learner: one, address });
    for (let i = 0; i < 60; i++)
      await expect(guess(other)).rejects.toMatchObject(refusal('QRG_CLASS_LEARNER'));
    await expect(guess(other)).rejects.toMatchObject(refusal('QRG_CLASS_OFTEN'));
    // Though it is right now: whoever guessed waits.
    await expect(guess(learner)).rejects.toMatchObject(refusal('QRG_CLASS_OFTEN'));
    town.at += 11_000;
    expect(await guess(learner)).toMatchObject({ stage: 'lobby' });
  });

  it('is not opened without end from one address', async () => {
    const address = town.address();
    const tries = Array.from({ length: 8 }, () =>
      openClass(town.classes, { control: false }, address).then(
        () => 'opened',
        (error) => error.problem.code,
      ),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((one) => one === 'opened')).toHaveLength(6);
    expect(outcomes.filter((one) => one === 'QRG_CLASS_OFTEN')).toHaveLength(2);
  });

  it('has room though somebody opened all that may be open and left them empty', async () => {
    const { db } = town.classes.store;
    await db.deleteFrom('classes').execute();
    const first = await town.open();
    town.at += 2 * DAY_MS;
    const begun = await town.open();
    await town.steps(begun, 'lobby', 'pre');
    await sql`
      INSERT INTO classes (code, key_hash, opened_at, ends_at, control, seed)
      SELECT 'flood ' || n, decode(md5('flood ' || n), 'hex'), ${town.at}, ${town.at + 60 * DAY_MS}, false, 1
      FROM generate_series(1, 19998) n`.execute(db);
    const flood = db.deleteFrom('classes').where('code', 'like', 'flood %');
    try {
      const opened = await town.open();
      expect(await lookAtClass(town.classes, opened.key, town.address())).toBeDefined();
      const gone = lookAtClass(town.classes, first.key, town.address());
      await expect(gone).rejects.toMatchObject(refusal('QRG_CLASS_KEY'));
      // None that is a day old waits without pupils any more, and no class that has begun makes room.
      await expect(town.open()).rejects.toMatchObject(refusal('QRG_CLASS_MANY'));
      expect(await lookAtClass(town.classes, begun.key, town.address())).toBeDefined();
      town.at += DAY_MS + 1;
      expect(await town.open()).toMatchObject({ stage: 'lobby' });
    } finally {
      await flood.execute();
    }
  });

  it('is gone at its teacher’s word, with everything in it', async () => {
    const opened = await town.open();
    await town.pupils(opened, 2);
    await removeClass(town.classes, opened.key, town.address());
    const look = lookAtClass(town.classes, opened.key, town.address());
    await expect(look).rejects.toMatchObject(refusal('QRG_CLASS_KEY'));
  });

  it('is wiped after sixty days; of one that went to its end a row of figures stays', async () => {
    const { db } = town.classes.store;
    const opened = await played(6);
    await played(4);
    town.at += 60 * DAY_MS;
    const look = lookAtClass(town.classes, opened.key, town.address());
    await expect(look).rejects.toMatchObject(refusal('QRG_CLASS_KEY'));
    const before = await db.selectFrom('class_outcomes').selectAll().execute();
    while ((await endClasses(town.classes, new AbortController().signal)) > 0);
    for (const table of ['classes', 'class_learners', 'class_answers'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    const outcomes = await db.selectFrom('class_outcomes').selectAll().execute();
    // The classes of the tests above that went to their end with five pupils or more, and this one.
    expect(outcomes.length).toBeGreaterThan(before.length);
    expect(outcomes.every(({ month }) => /^2026-1[01]$/.test(month))).toBe(true);
    expect(JSON.stringify(outcomes)).not.toContain(opened.code);
    for (const { figures } of outcomes)
      expect((figures as { measured: number }).measured).toBeGreaterThan(4);
  });
});

describe('codes', () => {
  it('are typed on any keyboard, in any case, with blanks and hyphens', () => {
    expect(readCode('авс-енк м', 7)).toBe('ABCEHKM');
    expect(readCode('ABCEHKM', 7)).toBe('ABCEHKM');
    for (const wrong of ['ABCEHK', 'ABCEHKMM', 'ABCEHK1', 'ABCEHKУ', '', '<b>ABCE'])
      expect(readCode(wrong, 7)).toBeUndefined();
  });

  it('have their length and spell nothing rude', () => {
    for (let i = 0; i < 300; i++) {
      expect(newClassCode()).toMatch(/^(?!.*(?:XEP|KOT|COC|TPAX))[ABCEHKMOPTX]{7}$/);
      expect(newLearnerCode()).toHaveLength(6);
    }
  });
});

describe('forms and groups', () => {
  it('turn so that six pupils have all six orders, and neighbours never the same form', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const orders = Array.from({ length: 6 }, (_, place) =>
        (['pre', 'post', 'later'] as const).map((sitting) => formOf({ seed }, { place }, sitting)),
      );
      expect(new Set(orders.map((order) => order.join(''))).size).toBe(6);
      for (const order of orders) expect(new Set(order).size).toBe(3);
    }
  });

  it('are as large in every four pupils, by the seed', () => {
    const arms = (seed: number) =>
      Array.from({ length: 40 }, (_, place) => armOf({ seed, control: true }, place));
    for (let i = 0; i < 40; i += 4)
      expect(
        arms(7)
          .slice(i, i + 4)
          .sort(),
      ).toEqual(['control', 'control', 'lesson', 'lesson']);
    expect(arms(7)).toEqual(arms(7));
    expect(arms(7)).not.toEqual(arms(8));
    expect(armOf({ seed: 7, control: false }, 3)).toBe('lesson');
  });
});

describe('numbers of pupils', () => {
  const vaultOf = (secret: string) => ({
    hash: (kind: string, value: string) =>
      createHash('sha256').update(`${secret} ${kind} ${value}`).digest(),
  });
  const ids = Array.from({ length: 30 }, (_, i) => 100 + i);

  it('are drawn by what only the service knows: a teacher who joins often enough could find the seed of a class', () => {
    const numbers = pupilNumbers(vaultOf('a'), ids);
    expect([...numbers.values()].sort((a, b) => a - b)).toEqual(ids.map((id) => id - 99));
    expect(pupilNumbers(vaultOf('a'), ids.toReversed())).toEqual(
      new Map([...numbers].toSorted(([, a], [, b]) => a - b)),
    );
    expect([...pupilNumbers(vaultOf('b'), ids).keys()]).not.toEqual([...numbers.keys()]);
    expect([...numbers.keys()]).not.toEqual(ids);
  });
});

describe('cells', () => {
  it('are never formulas', () => {
    for (const text of ['=1+1', '+1', '-1', '@A1', '\t=1'])
      expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
    expect(cell('a;b "c"')).toBe('"a;b ""c"""');
    expect(cell(12)).toBe('12');
  });
});
