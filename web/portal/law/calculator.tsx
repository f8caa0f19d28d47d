import { useState } from 'preact/hooks';
import { DEEDS, type Deed } from '../../../src/law/people/law-words.ts';
import type { PeopleLaw } from '../../../src/law/people/people-law.ts';
import { type Question, whichPart } from '../../../src/law/people/which-part.ts';
import { Choices } from '../pieces/choices.tsx';
import { Field } from '../pieces/field.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { AnswerBox } from './answer-box.tsx';
import { Advice } from './overview.tsx';
import { T } from './texts.ts';

const REWARDS = ['sum', 'unknown', 'none'] as const;
type RewardSaid = (typeof REWARDS)[number];

/** What was answered so far; text fields as they are typed. */
interface Form {
  readonly deed: Deed | undefined;
  readonly relative: 'no' | 'yes' | undefined;
  readonly reward: RewardSaid | undefined;
  readonly sum: string;
  readonly age: string;
  readonly on: string;
}

const EMPTY: Form = {
  deed: undefined,
  relative: undefined,
  reward: undefined,
  sum: '',
  age: '',
  on: '',
};
const SUM_MOST = 1e12;

/** The whole question, or undefined while something is not answered. */
function questionOf({ deed, relative, reward, sum, age, on }: Form): Question | undefined {
  if (deed === undefined || reward === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(on))
    return undefined;
  if (deed === 'access' && relative === undefined) return undefined;
  const years = Number(age);
  if (age === '' || !Number.isInteger(years) || years < 0 || years > 120) return undefined;
  const money = Number(sum);
  if (reward === 'sum' && (sum === '' || !(money > 0 && money <= SUM_MOST))) return undefined;
  const paid = reward === 'sum' ? money : reward;
  return { deed, reward: paid, age: years, on, relative: deed === 'access' && relative === 'yes' };
}

/** Asks what is needed and nothing else; the answer is worked out on the device. */
export function Calculator({ law }: { readonly law: PeopleLaw }) {
  const say = useSay();
  const [form, setForm] = useState(EMPTY);
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const question = questionOf(form);
  const answer = question && whichPart(law, question);
  return (
    <>
      <Advice />
      <form class="law-form" autocomplete="off" onSubmit={(event) => event.preventDefault()}>
        <Choices<Deed>
          legend={say(T.deed)}
          value={form.deed}
          onChange={(deed) => set({ deed })}
          options={DEEDS.map((deed) => ({ value: deed, label: say(T[`deed.${deed}`]) }))}
        />
        {form.deed === 'access' && (
          <Choices<'no' | 'yes'>
            legend={say(T.relative)}
            value={form.relative}
            onChange={(relative) => set({ relative })}
            options={[
              { value: 'no', label: say(T['relative.no']) },
              { value: 'yes', label: say(T['relative.yes']) },
            ]}
          />
        )}
        <Choices<RewardSaid>
          legend={say(T.reward)}
          value={form.reward}
          onChange={(reward) => set({ reward })}
          options={REWARDS.map((one) => ({ value: one, label: say(T[`reward.${one}`]) }))}
        />
        {form.reward === 'sum' && (
          <Field label={say(T.sum)} hint={say(T.sumHint)}>
            <input
              type="text"
              inputMode="numeric"
              name="sum"
              value={form.sum}
              onInput={(event) => {
                const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, 12);
                event.currentTarget.value = digits;
                set({ sum: digits });
              }}
            />
          </Field>
        )}
        <Field label={say(T.age)}>
          <input
            type="number"
            name="age"
            min={0}
            max={120}
            value={form.age}
            onInput={(event) => set({ age: event.currentTarget.value })}
          />
        </Field>
        <Field label={say(T.day)}>
          <input
            type="date"
            name="on"
            value={form.on}
            onInput={(event) => set({ on: event.currentTarget.value })}
          />
        </Field>
      </form>
      <section class="law-answer" role="status">
        {question === undefined || answer === undefined ? (
          <p class="muted">{say(T.incomplete)}</p>
        ) : (
          <AnswerBox law={law} question={question} answer={answer} />
        )}
      </section>
      <p class="muted">{say(T.calculatorNot)}</p>
      <p>
        <a href={href('law')}>{say(T.toLaw)}</a>
      </p>
    </>
  );
}
