import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHANNELS, MOVES, SPEAKERS } from '../../../academy/lesson.ts';
import { LESSON_ERRORS } from '../../../domain/errors/lessons.ts';
import { TECHNIQUES } from '../../../domain/post.ts';
import { packageRoot } from '../../package-root.ts';

it('docs/reference/lessons.md names every word that may be written and every code of the check', () => {
  const page = readFileSync(join(packageRoot, 'docs', 'reference', 'lessons.md'), 'utf8');
  const codes = Object.keys(LESSON_ERRORS)
    .filter((code) => code !== 'QRG_LESSON_FILE')
    .map((code) => code.replace('QRG_LESSON_', ''));
  for (const word of [...CHANNELS, ...SPEAKERS, ...MOVES, ...TECHNIQUES, ...codes])
    expect(page).toContain(`\`${word}\``);
});
