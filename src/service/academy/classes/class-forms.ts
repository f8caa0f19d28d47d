import { type Arm, SITTINGS, type Sitting } from '../../../academy/class-results.ts';
import { formsOrder } from '../../../academy/forms-order.ts';
import { FORM_NAMES, type Form, type FormName } from '../../../academy/lesson.ts';
import { createRandom } from '../../../domain/random.ts';
import type { Classes } from './classes.ts';
import type { ClassRow, LearnerRow } from './find-class.ts';

type Seeded = Pick<ClassRow, 'seed'>;
type Placed = Pick<LearnerRow, 'place'>;

/**
 * Which form a pupil has at which sitting: the order of the class, turned by one for each pupil, and mirrored for every second three
 * of them, so that six pupils have all six orders. A form that is a little harder than another one is then as often the first as the
 * last within every class, and not only over many of them; and nobody's neighbour has the same form.
 */
export function formOf({ seed }: Seeded, { place }: Placed, sitting: Sitting): FormName {
  const order = formsOrder(seed);
  const turned = SITTINGS.map((_, i) => order[SITTINGS[(i + place) % SITTINGS.length]]);
  const isMirrored = Math.floor(place / SITTINGS.length) % 2 === 1;
  return (isMirrored ? turned.reverse() : turned)[SITTINGS.indexOf(sitting)];
}

/** The form itself. Lessons without one of the three do not pass their check. */
export async function itemsOf(classes: Classes, name: FormName): Promise<Form['items']> {
  const { forms } = await classes.lessons();
  const found = forms.find(({ form }) => form === name);
  if (found === undefined) throw new Error(`no form ${name}`);
  return found.items;
}

/** Parallel forms have as many items each. */
export async function itemsOfForm(classes: Classes): Promise<number> {
  return (await itemsOf(classes, FORM_NAMES[0])).length;
}

/** Pupils who are drawn together: two of them to each group, in an order that nobody can foresee. */
const BLOCK: readonly Arm[] = ['lesson', 'lesson', 'control', 'control'];

/** The group of a pupil. After every fourth pupil both are as large (permuted blocks). */
export function armOf({ seed, control }: Seeded & Pick<ClassRow, 'control'>, place: number): Arm {
  if (!control) return 'lesson';
  const block = Math.floor(place / BLOCK.length);
  const drawn = createRandom(seed).fork(`arms ${block}`).shuffle(BLOCK);
  return drawn[place % BLOCK.length];
}
