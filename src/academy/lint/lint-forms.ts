import { LANGUAGES, type Language } from '../../domain/language.ts';
import type { FoundLessons } from '../found-lessons.ts';
import { FORM_NAMES, type Form } from '../lesson.ts';
import { below, type Finding, finding, type Spot } from './finding.ts';
import { lessonTexts } from './lesson-texts.ts';
import { type Shingles, sharedPart, shinglesOf } from './likeness.ts';
import { channelTells, ids, kinds } from './lint-balance.ts';

/** Share of a text that may stand in another one before the two are taken for the same item. */
const SHARED_MOST = 0.5;

/** Whether the forms are there, parallel, balanced, and hold nothing that is met in training or in another form. */
export const lintForms = (found: FoundLessons): Finding[] => [
  ...FORM_NAMES.filter((name) => !found.forms.some(({ form }) => form === name)).map((form) =>
    finding({ file: `forms/${form}.yaml`, path: [] }, 'QRG_LESSON_NO_FORM', { form }),
  ),
  ...found.forms.flatMap((form) => oneForm(form)),
  ...channelTells(
    found.forms.flatMap(({ items }) => items),
    { file: 'forms', path: [] },
  ),
  ...found.forms.slice(1).flatMap((form) => parallel(found.forms[0], form)),
  ...metBefore(found),
];

const spotOf = ({ form }: Form): Spot => ({ file: `forms/${form}.yaml`, path: ['items'] });

const oneForm = (form: Form): Finding[] => [
  ...kinds(form.items, spotOf(form)),
  ...ids(form.items, spotOf(form)),
  ...form.items.flatMap(({ id }, i) =>
    id.startsWith(form.form)
      ? []
      : [finding(below(spotOf(form), i, 'id'), 'QRG_LESSON_ITEM_ID', { id, form: form.form })],
  ),
];

/** Each pair is in both forms once, of the same kind and channel. */
function parallel(first: Form, other: Form): Finding[] {
  const spot = spotOf(other);
  const pairs = [...new Set([...first.items, ...other.items].map(({ pair }) => pair))];
  return pairs.flatMap((pair) => {
    const [a, b] = [first, other].map(({ items }) => items.filter((item) => item.pair === pair));
    if (a.length !== 1 || b.length !== 1)
      return [finding(spot, 'QRG_LESSON_PAIR', { pair, first: first.form, second: other.form })];
    const at = below(spot, other.items.indexOf(b[0]));
    return (['kind', 'channel'] as const)
      .filter((key) => a[0][key] !== b[0][key])
      .map((what) =>
        finding(below(at, what), 'QRG_LESSON_PAIR_DIFFERS', { pair, what, first: first.form }),
      );
  });
}

interface Compared {
  readonly spot: Spot;
  readonly shingles: Readonly<Record<Language, Shingles>>;
}

function metBefore(found: FoundLessons): Finding[] {
  // Told as reasons after the form: they may speak of their own message.
  const isReason = ({ path }: Spot): boolean => path.at(-1) === 'why';
  const compared = lessonTexts(found)
    .filter(({ spot }) => !isReason(spot) && spot.file !== 'plans.yaml')
    .map(({ spot, text }): Compared => {
      const of = (language: Language): Shingles => shinglesOf(text[language]);
      return { spot, shingles: { ru: of('ru'), kk: of('kk'), en: of('en') } };
    });
  const items = compared.filter(({ spot }) => spot.file.startsWith('forms/'));
  const before = (item: Compared): Compared[] =>
    compared.filter(
      (one) =>
        !one.spot.file.startsWith('forms/') || compared.indexOf(one) < compared.indexOf(item),
    );
  return items.flatMap((item) =>
    before(item).flatMap((one) =>
      LANGUAGES.filter(
        (language) => sharedPart(item.shingles[language], one.shingles[language]) > SHARED_MOST,
      ).map((language) =>
        finding(below(item.spot, language), 'QRG_LESSON_MET_BEFORE', {
          where: `${one.spot.file} ${one.spot.path.join('.')}`,
        }),
      ),
    ),
  );
}
