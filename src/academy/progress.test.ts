import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TECHNIQUES } from '../domain/post.ts';
import { finishRound, startBoosters } from './boosters.ts';
import {
  freshProgress,
  judgedSoFar,
  type Progress,
  readProgress,
  withBoosters,
  withNamed,
  withPlay,
  writeProgress,
} from './progress.ts';

const trap = { id: 'card-rent', kind: 'trap' } as const;
const genuine = { id: 'till-friday', kind: 'genuine' } as const;

/** A progress after some steps that a device can take. */
const progress = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(trap, genuine), fc.constantFrom('took', 'declined'), fc.nat()).map(
        ([scene, decision, at]) =>
          (before: Progress) =>
            withPlay(before, scene, decision, at),
      ),
      fc.tuple(fc.constantFrom(...TECHNIQUES), fc.boolean()).map(
        ([technique, right]) =>
          (before: Progress) =>
            withNamed(before, technique, right),
      ),
      fc.tuple(fc.nat(), fc.boolean()).map(
        ([at, right]) =>
          (before: Progress) =>
            withBoosters(
              before,
              finishRound(before.boosters ?? startBoosters(at), { r1: right }, at),
              [{ kind: 'trap', said: right ? 'trap' : 'genuine' }],
            ),
      ),
    ),
    { maxLength: 40 },
  )
  .map((steps) => steps.reduce((before, step) => step(before), freshProgress));

describe('what a device remembers', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(progress, (before) => {
        expect(readProgress(writeProgress(before))).toEqual(before);
      }),
      { seed: 2 },
    );
  });

  it('is fresh where nothing, or nothing of ours, was written', () => {
    for (const text of [undefined, null, '', '{', '[]', '7', 'null', '{"version":2}'])
      expect(readProgress(text)).toEqual(freshProgress);
    expect(readProgress(`{"version":1,"x":"${'x'.repeat(300_000)}"}`)).toEqual(freshProgress);
  });

  it('never holds what is not of its shape, whatever stands in the text', () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), fc.anything(), (scenes, boosters, answers) => {
        const text = JSON.stringify({ version: 1, scenes, boosters, answers, eye: scenes }) ?? '';
        const read = readProgress(text);
        expect(readProgress(writeProgress(read))).toEqual(read);
        for (const played of Object.values(read.scenes))
          expect(played.times).toBeGreaterThanOrEqual(0);
      }),
      { seed: 2 },
    );
    const read = readProgress(
      '{"version":1,"scenes":{"a":{"kind":"trap","first":"sold","times":1,"at":1}},"eye":{"magic":{"asked":1,"named":1}}}',
    );
    expect(read).toEqual(freshProgress);
  });

  it('counts the first play of a scene and no later one', () => {
    let known = withPlay(freshProgress, trap, 'took', 1);
    known = withPlay(known, trap, 'declined', 2);
    known = withPlay(known, genuine, 'declined', 3);
    expect(judgedSoFar(known)).toEqual([
      { kind: 'trap', said: 'genuine' },
      { kind: 'genuine', said: 'trap' },
    ]);
    expect(known.scenes['card-rent']).toMatchObject({ times: 2, at: 2 });
  });

  it('does not grow without end', () => {
    let known: Progress = freshProgress;
    for (let i = 0; i < 400; i++) {
      known = withPlay(known, { id: `scene-${i}`, kind: 'trap' }, 'took', i);
      known = withBoosters(known, startBoosters(i), [{ kind: 'trap', said: 'trap' }]);
    }
    expect(Object.keys(known.scenes)).toHaveLength(200);
    expect(known.answers).toHaveLength(200);
    expect(readProgress(writeProgress(known))).toEqual(known);
  });
});
