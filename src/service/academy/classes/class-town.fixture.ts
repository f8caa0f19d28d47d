import type { Sitting } from '../../../academy/class-results.ts';
import type { LessonKind } from '../../../academy/lesson.ts';
import type { Store } from '../../../store/store.ts';
import { AGE_BANDS, type AgeBand, type ClassStage } from '../../../store/tables/classes.ts';
import { itemsOf } from './class-forms.ts';
import { type Classes, openClasses } from './classes.ts';
import { type JoinedClass, joinClass } from './join-class.ts';
import { type OpenedClass, openClass } from './open-class.ts';
import { stepClass } from './step-class.ts';
import { takeAnswers } from './take-answers.ts';

/** How a pupil answers: of the traps so many are seen, and so many genuine offers are taken for traps. */
export interface Ability {
  readonly hits: number;
  readonly falseAlarms: number;
}

/** Classes over one store, with a clock of the test's own. */
export class ClassTown {
  readonly classes: Classes;
  at = Date.UTC(2026, 10, 20, 9);
  #addresses = 0;

  constructor(store: Store) {
    this.classes = openClasses({ store, now: () => this.at, publicUrl: undefined });
  }

  /** An address that nobody came from before. */
  address(): string {
    this.#addresses++;
    return `10.${this.#addresses >> 16}.${(this.#addresses >> 8) & 255}.${this.#addresses & 255}`;
  }

  open(control = false): Promise<OpenedClass> {
    return openClass(this.classes, { control }, this.address());
  }

  async pupils(
    { code }: OpenedClass,
    count: number,
    band = (_place: number): AgeBand => AGE_BANDS[1],
  ): Promise<JoinedClass[]> {
    const joined: JoinedClass[] = [];
    for (let i = 0; i < count; i++)
      joined.push(await joinClass(this.classes, { code, address: this.address() }, band(i)));
    return joined;
  }

  /** Takes the class on, one step after the other. */
  async steps({ key }: OpenedClass, ...stages: readonly ClassStage[]): Promise<void> {
    for (const [i, to] of stages.slice(1).entries())
      await stepClass(this.classes, { key, from: stages[i], to }, this.address());
  }

  /** A whole form of a pupil. */
  async answer(
    { code }: OpenedClass,
    pupil: JoinedClass,
    sitting: Sitting,
    { hits, falseAlarms }: Ability,
  ): Promise<void> {
    const { form } = pupil.sittings.find((one) => one.sitting === sitting)!;
    const left = { trap: hits, genuine: falseAlarms };
    const answers = (await itemsOf(this.classes, form)).map(({ id, kind }) => {
      const said: LessonKind = left[kind]-- > 0 ? 'trap' : 'genuine';
      return { item: id, said };
    });
    const given = { code, learner: pupil.learner, address: this.address() };
    await takeAnswers(this.classes, { ...given, sitting, answers });
  }
}
