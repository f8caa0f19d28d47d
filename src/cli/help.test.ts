import { expect, test } from 'vitest';
import { LANGUAGES } from '../domain/language.ts';
import { helpOf } from './help.ts';

const COMMANDS = [
  ...['scan', 'train', 'evaluate', 'simulate', 'screen', 'document', 'evidence', 'watch'],
  ...['serve', 'migrate', 'doctor', 'backup', 'restore', 'user', 'law', 'lessons', 'audit', 'keys'],
];

test('every command says what it takes, and nothing of the others', () => {
  for (const language of LANGUAGES)
    for (const command of COMMANDS) {
      const help = helpOf(command, language) ?? '';
      expect(help).toMatch(new RegExp(`^  qorgan ${command} `));
      expect(help).toContain('--lang ru|kk|en');
      expect(help.match(/^ {2}qorgan /gm)).toHaveLength(1);
    }
});

test('a command says what stands beneath it', () => {
  expect(helpOf('user', 'en')).toContain('institution list|add CODE');
  expect(helpOf('serve', 'en')).toContain('qorgan.yaml');
});

test('what is no command has no help', () => {
  expect(helpOf('dance', 'en')).toBeUndefined();
  expect(helpOf(undefined, 'en')).toBeUndefined();
});
