import { describe, expect, it } from 'vitest';
import { loadOffences } from '../../service/law/load-offences.ts';
import { sentence } from './said.ts';
import { givenBy, judge, releaseOf, TEST_ACTS } from './test-acts.fixture.ts';

const book = await loadOffences();

describe('test acts', () => {
  it.each(TEST_ACTS.map((act) => [act.name, act] as const))('%s', (_, act) => {
    const found = judge(book, act);
    const reasons = found.findings
      .flatMap(({ tier, summary, notes }) => [summary, ...(tier?.reasons ?? []), ...notes])
      .map((one) => sentence(one, 'en'))
      .join('\n');
    expect(givenBy(found), reasons).toEqual(act.gives);
    if (act.release) expect(releaseOf(found), reasons).toMatchObject(act.release);
  });

  it('are forty or more', () => expect(TEST_ACTS.length).toBeGreaterThanOrEqual(40));
});
