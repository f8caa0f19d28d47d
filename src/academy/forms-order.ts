import { createRandom } from '../domain/random.ts';
import type { Sitting } from './class-results.ts';
import type { Form, FormItem, FormName } from './lesson.ts';

/**
 * Orders of three forms in which each form stands once in each place of the first three, once in each place of the last three, and
 * each follows each other one twice: a Latin square with its mirror (E. J. Williams, Australian Journal of Scientific Research A 2
 * (1949) 149). A form that happens to be easier then moves no mean over classes.
 */
const ORDERS: readonly (readonly [FormName, FormName, FormName])[] = [
  ['A', 'B', 'C'],
  ['B', 'C', 'A'],
  ['C', 'A', 'B'],
  ['C', 'B', 'A'],
  ['A', 'C', 'B'],
  ['B', 'A', 'C'],
];

/** Which form is filled in when; a class turns this order by one for each of its pupils, whichever arm they are in. */
export function formsOrder(seed: number): Readonly<Record<Sitting, FormName>> {
  const [pre, post, later] = createRandom(seed).fork('forms').pick(ORDERS);
  return { pre, post, later };
}

/** An item as a pupil may see it: what it is, and why, would give the answer away. */
export type ShownItem = Pick<FormItem, 'id' | 'channel' | 'text'>;

/** Items of a form in an order of the pupil's own, without their answers. */
export const itemsToShow = (form: Form, pupilSeed: number): ShownItem[] =>
  createRandom(pupilSeed)
    .fork(form.form)
    .shuffle(form.items)
    .map(({ id, channel, text }) => ({ id, channel, text }));
