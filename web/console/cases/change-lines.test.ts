import { expect, test } from 'vitest';
import { nameOfChange, wordsOfChange } from './change-lines.ts';

test('what somebody wrote is kept to be read, before it is sent again', () => {
  const act = { kind: 'task_done', task: 4, note: 'Ответ пришёл' } as const;
  expect(nameOfChange({ type: 'act', act })).toBe('task_done');
  expect(wordsOfChange({ type: 'act', act })).toEqual(['Ответ пришёл']);
});

test('a new name and a new mark are changes of their own', () => {
  expect(nameOfChange({ type: 'edit', edit: { title: 'Вокзал' } })).toBe('title');
  expect(nameOfChange({ type: 'edit', edit: { tlp: 'red' } })).toBe('tlp');
  expect(wordsOfChange({ type: 'edit', edit: { tlp: 'red', reason: 'Просит ПФР' } })).toEqual([
    'red',
    'Просит ПФР',
  ]);
});
