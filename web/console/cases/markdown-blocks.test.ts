import { expect, test } from 'vitest';
import { blocksOf } from './markdown-blocks.ts';

test('a draft is read block by block, and its signs are gone', () => {
  const text =
    '# Проект\n\n> Черновик\nдля юриста\n\n## Лицо\n- **232-1**, часть 3\n  и далее\n- вторая\n\nКонец 1\\.5';
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', level: 1, text: 'Проект' },
    { kind: 'text', text: 'Черновик для юриста' },
    { kind: 'heading', level: 2, text: 'Лицо' },
    { kind: 'list', items: ['232-1, часть 3 и далее', 'вторая'] },
    { kind: 'text', text: 'Конец 1.5' },
  ]);
});
