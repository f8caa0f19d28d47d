import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';
import { compilePattern, matchAt } from './pattern.ts';
import { tokensOf } from './tokens.ts';

function meets(line: string, text: string): boolean {
  const patterns = compilePattern(line);
  if (typeof patterns === 'string') throw new Error(patterns);
  const tokens = tokensOf(normalise(text));
  return patterns.some((pattern) => tokens.some((_, at) => matchAt(pattern, tokens, at) >= 0));
}

describe('a line of the lexicon', () => {
  it.each([
    ['карт* аренд*', 'карту аренда', true],
    ['карт* аренд*', 'карту в аренду', false],
    ['карт* ... аренд*', 'карту даю вам в аренду', true],
    ['карт* + аренд*', 'аренда вашей карты', true],
    ['оплата (в день|сразу)? наличными', 'оплата наличными', true],
    ['оплата (в день|сразу) наличными', 'оплата в день наличными', true],
    ['по данным / как сообщили', 'как сообщили вчера', true],
    ['от $', 'от 5 000 тг', true],
    ['% ... оборот*', '3% с оборота', true],
    ['жалга', 'карта жалға', true],
    ['дроп*', 'nuzhny dropy', true],
    ['пиши* @', 'пишите @name_of_nobody', true],
  ])('%s and "%s": %s', (line, text, met) => {
    expect(meets(line, text)).toBe(met);
  });

  it.each([
    '',
    '... карта',
    'карта ...',
    'а + б + в',
    'ка-рта',
    '(карта',
    `${'(а|б в) '.repeat(9)}`,
  ])('is refused: %s', (line) => {
    expect(compilePattern(line)).toBeTypeOf('string');
  });
});
