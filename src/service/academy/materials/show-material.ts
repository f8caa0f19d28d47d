import type { Lessons } from '../../../academy/lesson.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import { addressGroup } from '../../access/address-group.ts';
import type { Materials } from './materials.ts';
import { portalOrigin } from './portal-address.ts';
import type { PrintPlace } from './print-place.ts';
import { TooLong } from './sheet.ts';
import { writeLesson } from './write-lesson.ts';
import { writeLetter } from './write-letter.ts';
import { writePoster } from './write-poster.ts';

export interface MaterialWish {
  /** lesson-20, lesson-40, parents, poster-card-is-you … */
  readonly name: string;
  readonly language: Language;
  /** As the request names it. */
  readonly host: string | undefined;
  /** Where the request comes from. */
  readonly address: string;
}

/**
 * A material as PDF: made once for an address and kept. Throws QRG_CLASS_OFTEN, QRG_LESSON_FILE, QRG_MATERIAL_LONG,
 * QRG_MATERIAL_UNKNOWN.
 */
export async function showMaterial(materials: Materials, wish: MaterialWish): Promise<Buffer> {
  const { rate, now, publicUrl, made, madeMost } = materials;
  const waitMs = rate.take(addressGroup(wish.address), now());
  if (waitMs > 0) throw new QorganError('QRG_CLASS_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
  const { name, language } = wish;
  const origin = portalOrigin(publicUrl, wish.host);
  const write = writerOf(await materials.lessons(), name);
  if (write === undefined) throw new QorganError('QRG_MATERIAL_UNKNOWN', { name });
  const key = `${name} ${language} ${origin ?? ''}`;
  const known = made.get(key);
  made.delete(key);
  const file = known ?? writeOrTell(name, () => write(origin, language, now()));
  made.set(key, file);
  // What failed is tried anew: its text may have been shortened.
  file.catch(() => made.delete(key));
  if (made.size > madeMost) made.delete(made.keys().next().value!);
  return file;
}

/** A text of the lessons that is too long is no fault of the program: whoever wrote it is told which. */
async function writeOrTell(name: string, write: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    throw new QorganError('QRG_MATERIAL_LONG', { name, text: error.text.slice(0, 60) });
  }
}

/** Names of everything that can be printed. */
export const materialNames = ({ plans: { plans, posters } }: Lessons): string[] => [
  ...plans.map(({ minutes }) => `lesson-${minutes}`),
  'parents',
  ...posters.map(({ id }) => `poster-${id}`),
];

type Write = (origin: string | undefined, language: Language, madeAt: number) => Promise<Buffer>;

function writerOf(
  { plans: { plans, parents, posters } }: Lessons,
  name: string,
): Write | undefined {
  const plan = plans.find(({ minutes }) => name === `lesson-${minutes}`);
  if (plan !== undefined) return (...to) => writeLesson(plan, placeOf('class', ...to));
  if (name === 'parents') return (...to) => writeLetter(parents, placeOf('', ...to));
  const i = posters.findIndex(({ id }) => name === `poster-${id}`);
  if (i < 0) return undefined;
  const poster = posters[i];
  return (...to) => writePoster(poster, i, placeOf(PAGE_OF[poster.id] ?? '', ...to));
}

/** The page of the portal that a poster leads to; the first one for all others. */
const PAGE_OF: Readonly<Record<string, string>> = {
  'card-is-you': 'train',
  'check-then-decide': 'check',
  'way-back': 'exit',
};

/** The language goes along: who scans a Kazakh poster reads Kazakh. */
const placeOf = (
  page: string,
  origin: string | undefined,
  language: Language,
  madeAt: number,
): PrintPlace => ({
  language,
  address: origin && `${origin}/portal/${page}?lang=${language}`,
  madeAt,
});
