import { messageOf, QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { type CheckedLessons, checkLessons } from '../service/academy/lessons/check-lessons.ts';
import { languageOf, readArguments } from './arguments.ts';
import { printable } from './printable.ts';
import { say } from './texts.ts';

const OPTIONS = { json: { type: 'boolean' }, lang: { type: 'string' } } as const;

/** `qorgan lessons check [DIR]`: what is to be mended in lessons, file by file; exit code 1 when something is. */
export async function runLessons(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const language = languageOf(values.lang, terminal);
  const [which, folder, ...more] = positionals;
  if (which !== 'check' || more.length > 0)
    throw new QorganError('QRG_USAGE', { what: 'lessons check [DIR]' });
  const checked = await checkLessons(folder);
  const { notes } = checked;
  const lines = values.json ? [JSON.stringify({ notes }, null, 1)] : told(checked, language);
  process.stdout.write(`${lines.map(values.json ? String : printable).join('\n')}\n`);
  return notes.length > 0 ? 1 : 0;
}

function told({ found, notes }: CheckedLessons, language: Language): string[] {
  const unread = found.scenes.filter(({ review }) => review.by === null).map(({ id }) => id);
  return [
    ...notes.map(({ file, line, path, problem }) => {
      const message = messageOf(problem, language);
      return problem.code === 'QRG_LESSON_FILE' ? message : `${file}:${line} ${path}: ${message}`;
    }),
    ...(unread.length > 0 ? [say('lessons.unread', language, { scenes: unread.join(', ') })] : []),
    say('lessons.sum', language, {
      scenes: found.scenes.length,
      traps: found.scenes.filter(({ kind }) => kind === 'trap').length,
      forms: found.forms.length,
      boosters: found.boosters.length,
      lines: found.pressure.length,
      notes: notes.length,
    }),
  ];
}
