import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { createRandom } from '../../domain/random.ts';
import { FIELD_CLASSES, type FieldClass } from './field-class.ts';
import { leavingClasses, leavingFields } from './leaving-fields.ts';
import { minimise } from './minimise.ts';

const FORMAT = {
  carries: FIELD_CLASSES.filter((of) => of !== 'fact.by'),
  needs: ['account.number', 'transfer.amount', 'transfer.time'] as const,
};

describe('what leaves, field by field', () => {
  const file = caseFileFixture();
  const find = (rows: ReturnType<typeof leavingFields>, id: string) =>
    rows.find((row) => row.id === id)!;

  it('says of each field its value and why, and what stays', () => {
    const rows = leavingFields(file, FORMAT, ['party.name']);
    const victim = find(rows, 'c1');
    expect(victim.leaves).toEqual([
      { field: 'party.name', value: 'Әлиева Гүлнар Қуанышқызы', why: 'chosen' },
    ]);
    expect(victim.stays).toEqual(
      expect.arrayContaining(['party.taxNumber', 'party.bornOn', 'party.phones', 'party.document']),
    );
    expect(find(rows, 't1').id).toBe('t1');
    expect(find(rows, 't1').leaves).toEqual([
      { field: 'transfer.time', value: '2026-10-05T06:30:00.000Z', why: 'needed' },
      { field: 'transfer.amount', value: '480000.00', why: 'needed' },
    ]);
    expect(find(rows, 'a1').leaves).toEqual([
      { field: 'account.number', value: `${file.accounts[0]!.account}; yes`, why: 'needed' },
    ]);
  });

  it('names nothing that a format cannot say', () => {
    const rows = leavingFields(file, FORMAT, FIELD_CLASSES);
    expect(rows.flatMap(({ leaves }) => leaves.map(({ field }) => field))).not.toContain('fact.by');
    expect(rows.find(({ element }) => element === 'fact')!.stays).toEqual(['fact.by']);
  });

  it('takes along what would be false without it', () => {
    const all = { carries: FIELD_CLASSES, needs: [] };
    expect(leavingClasses(all, ['transfer.amount'])).toEqual(['transfer.time', 'transfer.amount']);
    expect(leavingClasses(all, ['network.story', 'fact.by', 'post.url'])).toEqual([
      'post.url',
      'post.time',
      'network.figures',
      'network.story',
      'fact.said',
      'fact.by',
    ]);
    expect(leavingClasses(all, ['party.name'])).toEqual(['party.name']);
  });

  it('shows every word of the minimised case but its frame, and no other', () => {
    const random = createRandom(5);
    for (let round = 0; round < 60; round++) {
      const chosen = FIELD_CLASSES.filter(() => random.next() < 0.4);
      const out = minimise(file, leavingClasses(FORMAT, chosen));
      const shown = leavingFields(file, FORMAT, chosen)
        .flatMap(({ leaves }) => leaves.map(({ value }) => value))
        .join('\n');
      for (const text of [
        ...out.parties.flatMap((p) => [p.name, p.taxNumber, p.address, p.bornOn, ...p.phones]),
        ...out.transfers.flatMap((t) => [t.text, ...t.rules]),
        ...out.posts.flatMap((p) => [p.text, p.url, p.author]),
        ...out.contacts.map(({ value }) => value),
        ...out.signals.flatMap(({ rule, text }) => [rule, text]),
        ...out.networks.map(({ story }) => story),
        out.title,
        out.institution.name,
        out.officer?.name,
      ])
        if (text) expect(shown).toContain(text);
      const staying = FIELD_CLASSES.filter((of) => !leavingClasses(FORMAT, chosen).includes(of));
      const told = new Set(
        leavingFields(file, FORMAT, chosen).flatMap(({ leaves }) =>
          leaves.map(({ field }) => field),
        ),
      );
      for (const of of staying) expect(told.has(of as FieldClass)).toBe(false);
    }
  });
});
