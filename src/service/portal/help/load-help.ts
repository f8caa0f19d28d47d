import { join } from 'node:path';
import type { z } from 'zod';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { OffenceBook } from '../../../law/offences/offence-book.ts';
import { peopleLaw } from '../../../law/people/people-law.ts';
import { loadOffences } from '../../law/load-offences.ts';
import { type ReadFile, readYaml } from '../../law/read-yaml.ts';
import { dataFolder } from '../../package-root.ts';
import { checkHelp, checkLawWords } from './check-help.ts';
import type { LoadedHelp } from './help.ts';
import { helpFileError } from './help-file-error.ts';
import {
  contactsFile,
  lawWordsFile,
  situationsFile,
  statementsFile,
  stepsFile,
} from './help-schema.ts';

/**
 * Reads and checks the help of a country. Throws QRG_HELP_FILE naming file, line and place of what is wrong: a wrong number to
 * call, or a step that is not there, must stop the start and not a frightened person.
 */
export async function loadHelp(
  book: OffenceBook,
  folder = join(dataFolder, 'help', book.country.toLowerCase()),
): Promise<LoadedHelp> {
  const [contacts, steps, situations, statements, words] = await Promise.all([
    read(folder, 'contacts.yaml', contactsFile),
    read(folder, 'steps.yaml', stepsFile),
    read(folder, 'situations.yaml', situationsFile),
    read(folder, 'statements.yaml', statementsFile),
    read(folder, 'law-words.yaml', lawWordsFile),
  ]);
  checkHelp({ contacts, steps, situations, statements });
  checkLawWords(book, words);
  return {
    help: {
      contacts: contacts.value.contacts,
      steps: steps.value.steps,
      situations: situations.value.situations,
      statements: statements.value.statements,
    },
    words: words.value,
  };
}

/** The same shape of files as the law has, under an error of its own. */
async function read<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
): Promise<ReadFile<z.output<S>>> {
  try {
    return await readYaml(folder, file, schema);
  } catch (error) {
    if (!(error instanceof QorganError) || error.problem.code !== 'QRG_LAW_FILE') throw error;
    const { file: where, path, what } = error.problem.args;
    throw helpFileError(String(where), String(path), String(what));
  }
}

/** `/portal/data/help.json`: what to do, whom to call, drafts. Throws as `loadHelp`. */
export async function helpJson(): Promise<string> {
  return JSON.stringify((await loadHelp(await loadOffences())).help);
}

/** `/portal/data/law.json`: the law in words for everybody. Throws as `loadHelp`. */
export async function lawJson(): Promise<string> {
  const book = await loadOffences();
  return JSON.stringify(peopleLaw(book, (await loadHelp(book)).words));
}
