import { expect, it } from 'vitest';
import { readRules } from './read-rules.ts';

const RULE = `rules:
  - id: card-for-rent
    labels: { dropper: 3 }
    name: { ru: Карта в аренду, kk: Картаны жалға алу, en: A card for rent }
    words:
      ru:
        - карт* + аренд*
`;

it('reads a rule', () => {
  const read = readRules('a.yaml', RULE);
  expect(read.ok && read.value[0].labels).toEqual({ dropper: 3 });
});

it.each([
  [RULE.replace('карт* +', 'карт* ка-рт* +'), 7, "'ка-рт*' is no word"],
  [RULE.replace('dropper: 3', 'dropper: 30'), 3, 'Too big'],
  [RULE.replace('labels', 'lables'), 2, 'Unrecognized'],
  [RULE.replace('{ dropper', '{{ dropper'), 4, ''],
  [`${RULE}${RULE.replace('rules:\n', '')}`, 8, 'card-for-rent'],
])('tells the line of what is wrong', (text, line, what) => {
  const read = readRules('a.yaml', text);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.problem.code).toBe('QRG_WATCH_LEXICON');
  expect(read.problem.args.line).toBe(line);
  expect(read.problem.args.what).toContain(what);
});
