import { ROLE_LABELS, type RoleLabel } from '../../../src/report/labels.ts';

/** In a trail nobody has a role in a network: accounts are where it begins, passes or ends. */
export const TRACE_LABELS: typeof ROLE_LABELS = {
  ...ROLE_LABELS,
  victim: label(
    ['Начало', 'Начало', 'Отсюда след начинается: раньше этих денег не видно.'],
    ['Басы', 'Басы', 'Із осыдан басталады: бұл ақша бұрын көрінбеген.'],
    ['Beginning', 'Beginning', 'Here the trail begins: this money is not seen before.'],
  ),
  transit: label(
    ['Прошло', 'Прошло через', 'Деньги пришли сюда и ушли дальше.'],
    ['Өтті', 'Осы арқылы өтті', 'Ақша осында келіп, ары қарай кетті.'],
    ['Passed', 'Passed through', 'The money came here and went on.'],
  ),
  none: label(
    [
      'Конец следа',
      'Концы следа',
      'Дальше деньги не прослежены: лежат, ушли через узел или кончились шаги.',
    ],
    [
      'Іздің соңы',
      'Іздің соңы',
      'Ақша ары қарай қадағаланбаған: жатыр, торап арқылы кеткен немесе қадам таусылған.',
    ],
    [
      'End',
      'Ends',
      'The money was followed no further: it rests, left through a hub, or the hops ran out.',
    ],
  ),
};

type Words = readonly [one: string, many: string, about: string];

function label(ru: Words, kk: Words, en: Words): RoleLabel {
  const at = (i: 0 | 1 | 2) => ({ ru: ru[i], kk: kk[i], en: en[i] });
  return { one: at(0), many: at(1), about: at(2) };
}
