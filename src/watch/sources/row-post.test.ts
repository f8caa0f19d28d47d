import { describe, expect, it } from 'vitest';
import { postOfRow, rowFieldOf } from './row-post.ts';
import { sourceTime } from './source-time.ts';

describe('a row', () => {
  it('is known by its titles in three languages', () => {
    expect(
      ['Текст', 'message', 'МӘТІН', 'Post ID', 'created_at', 'Сілтеме', 'other'].map(rowFieldOf),
    ).toEqual(['text', 'text', 'text', 'id', 'at', 'url', undefined]);
  });

  it('is named by its id, its address or its line', () => {
    const id = (cells: object) => {
      const post = postOfRow({ text: 'x', ...cells }, 7, 1_700_000_000_000);
      return post.ok && post.value.externalId;
    };
    expect(id({ id: 'a1', url: 'https://a.example/1' })).toBe('a1');
    expect(id({ url: 'https://a.example/1' })).toBe('https://a.example/1');
    expect(id({ url: 'нет' })).toBe('row 7');
  });

  it('without text or with a time that is none is refused', () => {
    expect(postOfRow({ text: ' ' }, 1, 0)).toMatchObject({
      problem: { code: 'QRG_WATCH_ROW_TEXT' },
    });
    expect(postOfRow({ text: 'x', at: '31.02.2026' }, 1, 0)).toMatchObject({
      problem: { code: 'QRG_WATCH_ROW_TIME', args: { value: '31.02.2026' } },
    });
  });
});

it.each([
  ['2026-01-01T08:15:00+00:00', Date.UTC(2026, 0, 1, 8, 15)],
  ['2026-01-01T08:15:00', Date.UTC(2026, 0, 1, 3, 15)],
  ['2026-01-01', Date.UTC(2025, 11, 31, 19)],
  ['31.12.2025 18:30', Date.UTC(2025, 11, 31, 13, 30)],
  ['Thu, 01 Jan 2026 12:00:00 GMT', Date.UTC(2026, 0, 1, 12)],
  ['1767247200', 1767247200_000],
  ['1767247200000', 1767247200_000],
  ['2026-02-30', undefined],
  ['yesterday', undefined],
  ['', undefined],
  ['9999999999999999', undefined],
])('the time %s is read', (told, at) => {
  expect(sourceTime(told)).toBe(at);
});
