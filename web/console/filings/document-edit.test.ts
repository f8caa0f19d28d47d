import { expect, test } from 'vitest';
import type { Fm1Told } from '../../../src/client/filings.ts';
import {
  changesBetween,
  fitted,
  onTop,
  valuesAt,
  withoutRow,
  withRow,
  withValue,
} from './document-edit.ts';

const NOTICE: Fm1Told = {
  reporter: { '2.4': '990140000000' },
  message: { '3.1': 'a-1' },
  references: [],
  participants: [
    { fields: { '4.5': '2', '4.19': '2001-02-03' }, founders: [] },
    { fields: { '4.5': '1' }, founders: [{ '4.9(3)': 'Алма' }] },
  ],
};

test('a value is written at its place, and nothing else moves', () => {
  const changed = withValue(NOTICE, 'participants/2/founders/1', '4.9(3)', 'Алма-2');
  expect(valuesAt(changed, 'participants/2/founders/1')).toEqual({ '4.9(3)': 'Алма-2' });
  expect(changesBetween(NOTICE, changed)).toEqual([
    { place: 'participants/2/founders/1', id: '4.9(3)', before: 'Алма', after: 'Алма-2' },
  ]);
  expect(changed.participants[0]).toBe(NOTICE.participants[0]);
});

test('rows come and go, each under its owner', () => {
  const more = withRow(withRow(NOTICE, 'references'), 'founders', 'participants/1');
  expect(more.references).toEqual([{}]);
  expect(more.participants[0].founders).toEqual([{}]);
  expect(withoutRow(more, 'participants/1').participants).toHaveLength(1);
  expect(withoutRow(more, 'participants/2/founders/1').participants[1].founders).toEqual([]);
  expect(withoutRow(more, 'references/1').references).toEqual([]);
});

test('what another kind of participant has is not sent', () => {
  const asCompany = withValue(NOTICE, 'participants/1', '4.5', '1');
  expect(fitted(asCompany).participants[0].fields).toEqual({ '4.5': '1' });
  expect(fitted(withValue(NOTICE, 'message', '3.1', '  ')).message).toEqual({});
});

test('what two wrote in different fields is both kept; where rows differ, one’s own document stands', () => {
  const theirs = withValue(NOTICE, 'message', '3.14', 'их слова');
  const mine = withValue(NOTICE, 'message', '3.1', 'a-2');
  expect(onTop(theirs, NOTICE, mine).message).toEqual({ '3.1': 'a-2', '3.14': 'их слова' });
  const shorter = withoutRow(NOTICE, 'participants/1');
  expect(onTop(theirs, NOTICE, shorter)).toBe(shorter);
  expect(onTop(shorter, NOTICE, mine)).toBe(mine);
});
