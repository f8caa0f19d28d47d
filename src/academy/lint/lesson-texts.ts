import { LANGUAGES, type Localized } from '../../domain/language.ts';
import type { FoundLessons } from '../found-lessons.ts';
import type { Scene } from '../lesson.ts';
import { below, type Spot } from './finding.ts';

/** A text of the lessons and where it stands. */
export interface PlacedText {
  readonly spot: Spot;
  readonly text: Localized;
}

export const sceneSpot = ({ id }: Scene): Spot => ({ file: `scenes/${id}.yaml`, path: [] });

/** The text in one language, at its own place. */
export const inEach = ({ spot, text }: PlacedText) =>
  LANGUAGES.map((language) => ({ spot: below(spot, language), language, words: text[language] }));

/** Every text a person reads, in the order of the files. The list of what must not be said is not one of them. */
export function lessonTexts(found: FoundLessons): PlacedText[] {
  const { scenes, forms, boosters, pressure, techniques, plans } = found;
  const files: readonly (readonly [string, unknown])[] = [
    ...scenes.map((scene) => [sceneSpot(scene).file, scene] as const),
    ...forms.map((form) => [`forms/${form.form}.yaml`, form] as const),
    ['boosters.yaml', { items: boosters }],
    ['recruiters-eye.yaml', { lines: pressure }],
    ['techniques.yaml', { techniques }],
    ['plans.yaml', plans],
  ];
  return files.flatMap(([file, value]) => textsIn({ file, path: [] }, value));
}

/** Any thing with a text in each language counts as one: a new field is checked without being named here. */
function textsIn(spot: Spot, value: unknown): PlacedText[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => textsIn(below(spot, i), one));
  if (typeof value !== 'object' || value === null) return [];
  if (isLocalized(value)) return [{ spot, text: value }];
  return Object.entries(value).flatMap(([key, one]) => textsIn(below(spot, key), one));
}

const isLocalized = (value: object): value is Localized =>
  LANGUAGES.every((language) => language in value);
