import { writeFile } from 'node:fs/promises';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { isAlarm, TEXT_STATES, type TextCheck } from '../law/texts/check-texts.ts';
import {
  type CheckedTexts,
  checkLawTexts,
  recordLawTexts,
} from '../service/law/check-law-texts.ts';
import { languageOf, readArguments } from './arguments.ts';
import { printable } from './printable.ts';
import { say } from './texts.ts';

const OPTIONS = {
  country: { type: 'string' },
  record: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/**
 * `qorgan law check DIR`: which provisions of ours stand on an article that has changed since it was read; exit code 1 when one
 * has, or is gone. With --record it writes what the folder says now, to be taken over once a person has compared it.
 */
export async function runLaw(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const language = languageOf(values.lang, terminal);
  const [which, folder, ...more] = positionals;
  const country = values.country?.toLowerCase() ?? 'kz';
  if (which !== 'check' || folder === undefined || more.length > 0 || !/^[a-z]{2}$/.test(country))
    throw new QorganError('QRG_USAGE', { what: 'law check DIR' });
  if (values.record !== undefined) return record(folder, country, values.record, language);
  const checked = await checkLawTexts(folder, country);
  const lines = values.json
    ? [
        JSON.stringify(
          { folder, country, ...checked.folder, found: undefined, checks: checked.checks },
          null,
          1,
        ),
      ]
    : told(checked, language);
  process.stdout.write(`${lines.map(values.json ? String : printable).join('\n')}\n`);
  return checked.checks.some(({ state }) => isAlarm(state)) ? 1 : 0;
}

async function record(
  folder: string,
  country: string,
  file: string,
  language: Language,
): Promise<number> {
  const text = await recordLawTexts(folder, country);
  try {
    await writeFile(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new QorganError('QRG_FILE_UNREADABLE', { file, reason: code ?? String(error) });
  }
  process.stdout.write(`${printable(say('law.recorded', language, { file, country }))}\n`);
  return 0;
}

function told({ checks, folder }: CheckedTexts, language: Language): string[] {
  const counts = Object.fromEntries(
    TEXT_STATES.map((state) => [state, checks.filter((check) => check.state === state).length]),
  );
  return [
    ...checks.flatMap((check) => rowOf(check, language)),
    ...folder.passedOver.map((file) => say('law.passed', language, { file })),
    say('law.sum', language, {
      ...counts,
      articles: checks.length,
      files: folder.files,
      ours: folder.ours,
    }),
  ];
}

function rowOf(check: TextCheck, language: Language): string[] {
  const { act, article, state, parts, places, provisions } = check;
  const touched = provisions.filter((one) => one.touched).map(({ id }) => id);
  const unseen = state === 'never' ? provisions.map(({ id }) => id) : [];
  const line = (text: 'parts' | 'places' | 'provisions' | 'stand', of: readonly string[]) =>
    of.length === 0
      ? []
      : [
          say(`law.${text}`, language, {
            [text === 'parts' || text === 'places' ? text : 'ids']: of.join(', '),
          }),
        ];
  return [
    say('law.row', language, {
      state: say(`law.state.${state}`, language),
      ...{ act, article, language: check.language === null ? '' : ` (${check.language})` },
    }),
    ...line('parts', parts),
    ...line('places', isAlarm(state) ? places : []),
    ...line('provisions', touched),
    ...line('stand', unseen),
  ];
}
