import { LANGUAGES } from '../../domain/language.ts';
import type { FoundLessons } from '../found-lessons.ts';
import { FORM_NAMES, type Form } from '../lesson.ts';
import { below, type Finding, finding, type Spot } from './finding.ts';
import { lessonTexts, type PlacedText } from './lesson-texts.ts';
import { LikenessIndex, shinglesOf } from './likeness.ts';
import { channelTells, ids, kinds, lengthTells } from './lint-balance.ts';

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
  ...lengthTells(form.items, spotOf(form)),
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

/** Items of forms that are told elsewhere too: in a scene, a booster, the mini game, or another item. */
function metBefore(found: FoundLessons): Finding[] {
  // Reasons are told after the form: they may speak of their own message.
  const texts = lessonTexts(found).filter(
    ({ spot }) => spot.path.at(-1) !== 'why' && spot.file !== 'plans.yaml',
  );
  const isItem = ({ spot }: PlacedText): boolean => spot.file.startsWith('forms/');
  const items = texts.filter(isItem);
  return LANGUAGES.flatMap((language) => {
    const index = new LikenessIndex(items.map(({ text }) => shinglesOf(text[language])));
    return texts.flatMap((placed) =>
      index
        .like(shinglesOf(placed.text[language]), SHARED_MOST)
        .map((i) => items[i])
        // Of two items alike the second one is told, and no item of itself.
        .filter((item) => !isItem(placed) || items.indexOf(placed) < items.indexOf(item))
        .map((item) =>
          finding(below(item.spot, language), 'QRG_LESSON_MET_BEFORE', {
            where: `${placed.spot.file} ${placed.spot.path.join('.')}`,
          }),
        ),
    );
  });
}
