import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language, Localized } from '../../../domain/language.ts';
import { createRandom } from '../../../domain/random.ts';
import { AGE_BANDS, type AgeBand } from '../../../store/tables/classes.ts';
import { type AnsweredForm, answeredForms, wholeForms } from './class-forms-filled.ts';
import type { Classes } from './classes.ts';
import { type ClassRow, classOfKey } from './find-class.ts';
import { measuredIn, PUPILS_LEAST } from './show-results.ts';

/** Spreadsheets of people who write 0,5 take a semicolon for what parts columns. */
const PART = ';';
/** Says to them that the text is UTF-8. */
const MARK = '\uFEFF';

const COLUMNS = [
  'pupil',
  'age_band',
  'group',
  'sitting',
  'form',
  'form_whole',
  'item',
  'pair',
  'channel',
  'kind',
  'said',
  'correct',
] as const;

/**
 * Answers of a class that is over, a row for each pupil and item. Throws QRG_CLASS_FEW, QRG_CLASS_KEY, QRG_CLASS_OFTEN,
 * QRG_CLASS_RESULTS_EARLY.
 */
export function classRows(
  classes: Classes,
  { key, language }: { readonly key: string; readonly language: Language },
  address: string,
): Promise<string> {
  return classes.store.write(async (trx) => {
    const row = await classOfKey(classes, trx, { key, address });
    if (row.stage !== 'over') throw new QorganError('QRG_CLASS_RESULTS_EARLY');
    const forms = await answeredForms(classes, trx, row);
    if (measuredIn(wholeForms(forms)) < PUPILS_LEAST)
      throw new QorganError('QRG_CLASS_FEW', { least: PUPILS_LEAST });
    return rowsOf(row, forms, language);
  });
}

function rowsOf(row: ClassRow, forms: readonly AnsweredForm[], language: Language): string {
  const numbers = numbersOf(row, forms);
  const bands = shownBands(forms);
  const lines = [...forms]
    .sort((a, b) => numbers.get(a.learnerId)! - numbers.get(b.learnerId)!)
    .flatMap(({ learnerId, ageBand, arm, sitting, form, whole, answers }) =>
      answers.map(({ item, said }) =>
        [
          numbers.get(learnerId)!,
          bands.has(ageBand) ? ageBand : '',
          row.control ? arm : '',
          ...[sitting, form, whole ? 1 : 0],
          ...[item.id, item.pair, item.channel, item.kind],
          ...[said, said === item.kind ? 1 : 0],
        ].map(cell),
      ),
    );
  const head = HEAD.map((text) => cell(`# ${text[language]}`));
  return `${MARK}${[...head, COLUMNS.join(PART), ...lines.map((line) => line.join(PART))].join('\r\n')}\r\n`;
}

/** Not in the order in which they came: a teacher may remember who was first. */
function numbersOf({ seed }: ClassRow, forms: readonly AnsweredForm[]): Map<number, number> {
  const ids = [...new Set(forms.map(({ learnerId }) => learnerId))];
  const drawn = createRandom(seed).fork('numbers').shuffle(ids);
  return new Map(drawn.map((id, i) => [id, i + 1]));
}

/**
 * Age bands that may be told: those of five pupils at least. Where fewer than five would be left without one, the smallest band that
 * is told goes too: otherwise those few could be told by what they are not.
 */
export function shownBands(
  forms: readonly Pick<AnsweredForm, 'learnerId' | 'ageBand'>[],
): ReadonlySet<AgeBand> {
  const size = new Map<AgeBand, Set<number>>(AGE_BANDS.map((band) => [band, new Set()]));
  for (const { learnerId, ageBand } of forms) size.get(ageBand)!.add(learnerId);
  const present = [...size]
    .map(([band, ids]) => ({ band, pupils: ids.size }))
    .filter(({ pupils }) => pupils > 0)
    .sort((a, b) => a.pupils - b.pupils);
  const shown = present.filter(({ pupils }) => pupils >= PUPILS_LEAST);
  const hidden = present.filter(({ pupils }) => pupils < PUPILS_LEAST);
  const left = hidden.reduce((sum, { pupils }) => sum + pupils, 0);
  if (left > 0 && left < PUPILS_LEAST) shown.shift();
  return new Set(shown.map(({ band }) => band));
}

/**
 * No cell is ever read as a formula: all are words and numbers of ours, and should a lesson's file bring something else, it is
 * quoted with an apostrophe before it.
 */
export function cell(value: string | number): string {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[;,"'\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What the file is, for whoever opens it: statistics programs pass over lines that begin with '#'. */
const HEAD: readonly Localized[] = [
  {
    ru: 'Ответы одного класса. Имён нет: номер ученика случайный и ни с чем не связан.',
    kk: 'Бір сыныптың жауаптары. Есім жоқ: оқушы нөмірі кездейсоқ, ештеңемен байланысты емес.',
    en: 'Answers of one class. There are no names: the number of a pupil is random and joins nothing else.',
  },
  {
    ru: 'Строка: один ученик и одно сообщение. sitting: pre до урока, post после, later через недели.',
    kk: 'Әр жолда бір оқушы мен бір хабарлама. sitting: pre сабаққа дейін, post кейін, later бірнеше аптадан соң.',
    en: 'A row is one pupil and one message. sitting: pre before the lesson, post after it, later weeks after.',
  },
  {
    ru: 'kind: чем сообщение было; said: за что принято (trap ловушка, genuine честное). correct: 1 верно, 0 неверно.',
    kk: 'kind: хабарлама шын мәнінде не еді; said: не деп танылды (trap қақпан, genuine шынайы). correct: 1 дұрыс, 0 қате.',
    en: 'kind: what the message was; said: what it was taken for (trap, genuine). correct: 1 right, 0 wrong.',
  },
  {
    ru: 'group: lesson учился между анкетами, control учился позже. form_whole: 1, если анкета отвечена до конца.',
    kk: 'group: lesson екі сауалнама арасында оқыды, control кейін оқыды. form_whole: 1 болса, сауалнама толық.',
    en: 'group: lesson had its lesson between the forms, control after both. form_whole: 1 where nothing is missing.',
  },
  {
    ru: 'age_band пуст, если в группе возраста меньше пяти учеников. Столбцы разделены точкой с запятой.',
    kk: 'Жас тобында бес оқушыдан аз болса, age_band бос. Бағандар нүктелі үтірмен бөлінген.',
    en: 'age_band is empty where fewer than five pupils are of that age. Columns are parted by semicolons.',
  },
];
