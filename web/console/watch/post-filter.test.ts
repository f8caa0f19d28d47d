import { expect, test } from 'vitest';
import { PostQuery } from '../../../src/http/contract/post.ts';
import { parsePostFilter, postQuery, withPart } from './post-filter.ts';

test('an address that means nothing is the usual queue: not yet labelled, likeliest first', () => {
  expect(parsePostFilter({ state: 'x', label: 1, source: '-3', text: '  ', hits: 'no' })).toEqual(
    {},
  );
  expect(postQuery({})).toEqual({ state: 'unreviewed', order: 'score' });
});

test('a filter is what the service takes', () => {
  const filter = parsePostFilter({
    state: 'all',
    order: 'found',
    label: 'dropper',
    stance: 'offer',
    lang: 'kk',
    source: '7',
    campaign: 9,
    hits: 'true',
    gone: true,
    reports: 'true',
    text: 'карта',
  });
  const query = postQuery(filter);
  expect(query).toEqual({
    order: 'found',
    label: 'dropper',
    stance: 'offer',
    lang: 'kk',
    source: 7,
    campaign: 9,
    hits: true,
    gone: true,
    reports: true,
    text: 'карта',
  });
  const told = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, `${value}`]));
  expect(PostQuery.safeParse(told).error).toBeUndefined();
});

test('words are asked for when there are enough of them', () => {
  expect(postQuery({ text: 'ка' })).not.toHaveProperty('text');
  expect(postQuery({ text: ' карта ' })).toMatchObject({ text: 'карта' });
});

test('a part is set and taken away', () => {
  const filter = withPart({ label: 'dropper' }, { hits: true });
  expect(filter).toEqual({ label: 'dropper', hits: true });
  expect(withPart(filter, { label: undefined })).toEqual({ hits: true });
});
