import { join } from 'node:path';
import { LANGUAGES, type Language, type Localized } from '../../domain/language.ts';
import { accusingWord } from '../../watch/takedown/letter.ts';
import {
  DRAFT_PLACES,
  placesIn,
  SEAL_PLACES,
  SEND_PLACES,
  WITHDRAWAL_PLACES,
} from '../../watch/takedown/letter-places.ts';
import type { LetterTemplate, TakedownBook } from '../../watch/takedown/takedown-book.ts';
import { dataFolder } from '../package-root.ts';
import { actsFile } from './law-schema.ts';
import { lawFileError, type Place, readYaml } from './read-yaml.ts';
import { type TakedownFile, takedownFile } from './takedown-schema.ts';

/**
 * Reads and checks the ways to ask for removal in a country. Throws QRG_LAW_FILE naming file, line and place of what is wrong: a
 * letter with a hole in it, or with a word that accuses somebody, must stop the start and not reach an addressee.
 */
export async function loadTakedownBook(
  country = 'kz',
  folder = join(dataFolder, 'law', country),
): Promise<TakedownBook> {
  const [{ value: file, place }, acts] = await Promise.all([
    readYaml(folder, 'takedown.yaml', takedownFile),
    readYaml(folder, 'acts.yaml', actsFile),
  ]);
  checkOrder(file, place);
  checkIds(file, place);
  checkActs(file, acts.value.acts, place);
  const book = bookOf(file, acts.value.acts, place);
  checkLetters(book, place);
  return book;
}

function bookOf(file: TakedownFile, acts: TakedownActs, place: Place): TakedownBook {
  const channels = file.channels.map((channel, i) => ({
    ...channel,
    template: withBlocks(file.blocks, channel.template, place(['channels', i, 'template'])),
  }));
  const { rechecks_hours: recheckHours, repost_days: repostDays, blocks: _, ...rest } = file;
  return {
    ...rest,
    recheckHours,
    repostDays,
    terms: byId(file.terms),
    grounds: byId(file.grounds),
    channels: byId(channels),
    acts: new Map(Object.entries(acts)),
  };
}

type TakedownActs = Readonly<
  Record<string, { readonly name: Localized; readonly edition: string; readonly house: boolean }>
>;

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const BLOCK = /\[\[([a-z]+)\]\]/g;

/** Templates with the shared parts put in. Throws QRG_LAW_FILE for a part that is not there. */
function withBlocks(
  blocks: Readonly<Record<string, Localized>>,
  templates: Readonly<Record<Language, LetterTemplate>>,
  where: string,
): Record<Language, LetterTemplate> {
  const filled = (language: Language): LetterTemplate => ({
    subject: templates[language].subject,
    body: templates[language].body.replace(BLOCK, (whole, name: string) => {
      if (!Object.hasOwn(blocks, name)) throw lawFileError(where, language, `no block ${whole}`);
      return blocks[name][language];
    }),
  });
  return { ru: filled('ru'), kk: filled('kk'), en: filled('en') };
}

function checkOrder({ rechecks_hours: hours }: TakedownFile, place: Place): void {
  if (hours.some((hour, i) => i > 0 && hour <= hours[i - 1]))
    throw lawFileError(place(['rechecks_hours']), 'rechecks_hours', 'must grow');
}

/** Each id once, and each that is named is there. */
function checkIds(file: TakedownFile, place: Place): void {
  for (const key of ['hosts', 'terms', 'grounds', 'substance', 'channels'] as const) {
    const ids = file[key].map(({ id }) => id);
    const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
    if (twice >= 0) throw lawFileError(place([key, twice]), ids[twice], 'is there twice');
  }
  const known = {
    channels: new Set(file.channels.map(({ id }) => id)),
    grounds: new Set(file.grounds.map(({ id }) => id)),
    terms: new Set(file.terms.map(({ id }) => id)),
  };
  const demand = (kind: keyof typeof known, ids: readonly string[], where: string): void => {
    const lost = ids.find((id) => !known[kind].has(id));
    if (lost !== undefined) throw lawFileError(where, lost, `is not among ${kind}`);
  };
  for (const [i, { channels }] of file.hosts.entries())
    demand('channels', channels, place(['hosts', i]));
  demand('channels', file.elsewhere.channels, place(['elsewhere']));
  for (const [i, { id, grounds, terms, answer }] of file.channels.entries()) {
    const where = place(['channels', i]);
    demand('grounds', grounds, where);
    demand('terms', terms, where);
    if (!terms.includes(answer)) throw lawFileError(where, answer, 'is not among its terms');
    checkLabels(file, id, grounds, where);
  }
  for (const label of ['dropper', 'drug_courier', 'drug_ad'] as const)
    if (!file.substance.some(({ labels }) => labels.includes(label)))
      throw lawFileError(place(['substance']), label, 'has no substance');
}

/** Whatever a post offers, a channel has a ground for it. */
function checkLabels(
  file: TakedownFile,
  channel: string,
  ids: readonly string[],
  where: string,
): void {
  const covered = new Set(
    file.grounds.filter(({ id }) => ids.includes(id)).flatMap((g) => g.labels),
  );
  for (const label of ['dropper', 'drug_courier', 'drug_ad'] as const)
    if (!covered.has(label)) throw lawFileError(where, channel, `has no ground for ${label}`);
}

function checkActs(file: TakedownFile, acts: TakedownActs, place: Place): void {
  for (const key of ['terms', 'grounds', 'substance'] as const)
    for (const [i, { id, act }] of file[key].entries())
      if (!Object.hasOwn(acts, act))
        throw lawFileError(place([key, i]), id, `no act ${act} in acts.yaml`);
}

const LETTER_PLACES: readonly string[] = [...DRAFT_PLACES, ...SEAL_PLACES, ...SEND_PLACES];
/** Without these an addressee cannot find the page or check the copy. */
const NEEDED = ['url', 'sha256', 'ground', 'sender', 'number', 'date'];

/** Every letter has known places only, those it needs, and no word that accuses somebody. */
function checkLetters(book: TakedownBook, place: Place): void {
  for (const [i, { id, template }] of [...book.channels.values()].entries())
    for (const language of LANGUAGES)
      checkLetter(book, place(['channels', i, 'template', language]), `${id}.${language}`, {
        letter: template[language],
        known: LETTER_PLACES,
        needed: NEEDED,
      });
  for (const language of LANGUAGES)
    checkLetter(book, place(['withdrawal', language]), `withdrawal.${language}`, {
      letter: book.withdrawal[language],
      known: WITHDRAWAL_PLACES,
      needed: ['url', 'number', 'date', 'why'],
    });
}

function checkLetter(
  book: TakedownBook,
  where: string,
  path: string,
  {
    letter: { subject, body },
    known,
    needed,
  }: { letter: LetterTemplate; known: readonly string[]; needed: readonly string[] },
): void {
  const text = `${subject}\n${body}`;
  const places = placesIn(text);
  const strange = places.find((name) => !known.includes(name));
  if (strange !== undefined) throw lawFileError(where, path, `no place {${strange}}`);
  const missing = needed.find((name) => !places.includes(name));
  if (missing !== undefined) throw lawFileError(where, path, `does not say {${missing}}`);
  const word = accusingWord(book, text);
  if (word !== undefined) throw lawFileError(where, path, `accuses somebody: ${word}`);
}
