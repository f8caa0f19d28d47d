import type { FormItem } from '../../../academy/lesson.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language, Localized } from '../../../domain/language.ts';
import type { Vault } from '../../../store/vault.ts';
import { type AnsweredForm, answeredForms, wholeForms } from './class-forms-filled.ts';
import type { Classes } from './classes.ts';
import { type ClassRow, classOfKey } from './find-class.ts';
import { measuredIn, PUPILS_LEAST } from './show-results.ts';
import { toldOfPupils } from './told-of-pupils.ts';

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
    const ids = forms.map(({ learnerId }) => learnerId);
    const numbers = pupilNumbers(classes.store.vault, ids);
    return rowsOf(row, { forms, numbers }, language);
  });
}

interface Filled {
  readonly forms: readonly AnsweredForm[];
  readonly numbers: ReadonlyMap<number, number>;
}

function rowsOf({ control }: ClassRow, { forms, numbers }: Filled, language: Language): string {
  const told = toldOfPupils(forms, control);
  const lines = [...forms]
    .sort((a, b) => numbers.get(a.learnerId)! - numbers.get(b.learnerId)!)
    .flatMap((filled) => {
      const { learnerId, sitting, form, whole } = filled;
      // By pairs: in the order of a form it would be known which one it was.
      const answers = filled.answers.toSorted((a, b) => byPair(a.item, b.item));
      return answers.map(({ item, said }) =>
        [
          ...[numbers.get(learnerId)!, told.band(filled), told.arm(filled)],
          ...[sitting, told.forms ? form : '', whole ? 1 : 0],
          ...[told.forms ? item.id : '', item.pair, item.channel, item.kind],
          ...[said, said === item.kind ? 1 : 0],
        ].map(cell),
      );
    });
  const head = HEAD.map((text) => cell(`# ${text[language]}`));
  return `${MARK}${[...head, COLUMNS.join(PART), ...lines.map((line) => line.join(PART))].join('\r\n')}\r\n`;
}

const byPair = (a: FormItem, b: FormItem): number =>
  a.pair.localeCompare(b.pair, 'en', { numeric: true });

/**
 * Not in the order in which they came: a teacher may remember who was first. Nor by the seed of the class: groups and forms are drawn
 * by it, so whoever joins as often as it takes could find it.
 */
export function pupilNumbers(
  vault: Pick<Vault, 'hash'>,
  learnerIds: readonly number[],
): ReadonlyMap<number, number> {
  const drawn = [...new Set(learnerIds)]
    .map((id) => ({ id, by: vault.hash('word', `number of learner ${id}`).toString('hex') }))
    .sort((a, b) => (a.by < b.by ? -1 : 1));
  return new Map(drawn.map(({ id }, i) => [id, i + 1]));
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
    ru: 'age_band, group, form и item пусты там, где по ним можно было бы узнать кого-то из менее чем пяти учеников.',
    kk: 'age_band, group, form және item бойынша бестен аз оқушының бірі танылып қалатын болса, олар бос қалады.',
    en: 'age_band, group, form and item are empty where they could point at one of fewer than five pupils.',
  },
  {
    ru: 'Столбцы разделены точкой с запятой.',
    kk: 'Бағандар нүктелі үтірмен бөлінген.',
    en: 'Columns are parted by semicolons.',
  },
];
