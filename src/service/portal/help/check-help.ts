import type { z } from 'zod';
import { LANGUAGES } from '../../../domain/language.ts';
import type { OffenceBook } from '../../../law/offences/offence-book.ts';
import type { Place, ReadFile } from '../../law/read-yaml.ts';
import { helpFileError } from './help-file-error.ts';
import type {
  contactsFile,
  lawWordsFile,
  situationsFile,
  statementsFile,
  stepsFile,
} from './help-schema.ts';

type Read<S extends z.ZodType> = ReadFile<z.output<S>>;

interface HelpFiles {
  readonly contacts: Read<typeof contactsFile>;
  readonly steps: Read<typeof stepsFile>;
  readonly situations: Read<typeof situationsFile>;
  readonly statements: Read<typeof statementsFile>;
}

/** What the files of help must hold to between them. Throws QRG_HELP_FILE. */
export function checkHelp({ contacts, steps, situations, statements }: HelpFiles): void {
  const contactIds = ids(contacts.value.contacts, contacts.place, 'contacts');
  const stepIds = ids(steps.value.steps, steps.place, 'steps');
  ids(situations.value.situations, situations.place, 'situations');
  ids(statements.value.statements, statements.place, 'statements');
  for (const [i, step] of steps.value.steps.entries()) {
    const lost = step.contacts.find((id) => !contactIds.has(id));
    if (lost !== undefined)
      throw helpFileError(steps.place(['steps', i]), step.id, `no contact ${lost}`);
  }
  const voices = new Map(steps.value.steps.map(({ id, voice }) => [id, voice]));
  const used = new Set<string>();
  for (const [i, situation] of situations.value.situations.entries()) {
    const where = situations.place(['situations', i]);
    for (const id of situation.steps) {
      if (!stepIds.has(id)) throw helpFileError(where, situation.id, `no step ${id}`);
      if (voices.get(id) !== situation.voice)
        throw helpFileError(where, situation.id, `the step ${id} speaks in another voice`);
      used.add(id);
    }
    if (new Set(situation.steps).size < situation.steps.length)
      throw helpFileError(where, situation.id, 'takes a step twice');
  }
  for (const [i, { id }] of steps.value.steps.entries())
    if (!used.has(id)) throw helpFileError(steps.place(['steps', i]), id, 'no situation takes it');
  checkHoles(statements);
}

/** Holes that a draft has are asked for, and what is asked for stands in it, in every language. */
function checkHoles({ value, place }: Read<typeof statementsFile>): void {
  for (const [i, { id, asks, to, from, body, sign }] of value.statements.entries())
    for (const language of LANGUAGES) {
      const text = [to, from, ...body, sign].map((one) => one[language]).join('\n');
      const holes = new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      const wanted = new Set<string>([...asks, 'today']);
      const odd = oddOneOut(holes, wanted);
      if (odd !== undefined)
        throw helpFileError(
          place(['statements', i]),
          id,
          `${language}: {${odd}} must stand both in \`asks\` and in the text`,
        );
    }
}

/** Words of the law name what is there, and their ages are those of the law. Throws QRG_HELP_FILE. */
export function checkLawWords(
  book: OffenceBook,
  { value, place }: Read<typeof lawWordsFile>,
): void {
  ids(value.provisions, place, 'provisions');
  ids(value.punishments, place, 'punishments');
  const groups = [...ids(value.ages, place, 'ages')];
  for (const [i, { id, deed, ban }] of value.provisions.entries()) {
    const where = place(['provisions', i]);
    const editions = book.offences.filter((offence) => offence.id === id);
    if (editions.length === 0) throw helpFileError(where, id, 'is no offence of data/law');
    if (ban !== null && !value.provisions.some((one) => one.id === ban))
      throw helpFileError(where, id, `no words for ${ban}`);
    const ages = editions.flatMap(({ age, tiers }) => tiers.map((tier) => tier.age ?? age));
    if (deed !== null && ages.some((age) => !value.ages.some(({ from }) => from === age)))
      throw helpFileError(where, id, 'no group of `ages` begins at its age');
  }
  for (const [i, { id, conditions }] of value.release.entries()) {
    const ground = book.release.get(id);
    const where = place(['release', i]);
    if (ground === undefined) throw helpFileError(where, id, 'is no release of data/law');
    const odd = oddOneOut(
      new Set(Object.keys(conditions)),
      new Set(ground.conditions.map((one) => one.id)),
    );
    if (odd !== undefined)
      throw helpFileError(where, id, `the condition ${odd} must stand in both places`);
  }
  for (const [i, { id, from }] of value.ages.entries()) {
    const before = i === 0 ? -1 : value.ages[i - 1].to;
    if (from !== before + 1)
      throw helpFileError(place(['ages', i]), id, `must follow on ${groups[i - 1] ?? 'nothing'}`);
  }
}

function ids(
  items: readonly { readonly id: string }[],
  place: Place,
  key: string,
): ReadonlySet<string> {
  const known = new Set<string>();
  for (const [i, { id }] of items.entries()) {
    if (known.has(id)) throw helpFileError(place([key, i]), id, 'is there twice');
    known.add(id);
  }
  return known;
}

/** The first that is in one of the sets only. */
const oddOneOut = (a: ReadonlySet<string>, b: ReadonlySet<string>): string | undefined =>
  [...a].find((one) => !b.has(one)) ?? [...b].find((one) => !a.has(one));
