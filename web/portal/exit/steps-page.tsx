import type { PeopleLaw } from '../../../src/law/people/people-law.ts';
import type { Help, Situation } from '../../../src/service/portal/help/help.ts';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { WithData } from '../pieces/with-data.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { LawNote } from './law-note.tsx';
import { StepItem } from './step-item.tsx';
import { T } from './texts.ts';
import { type Ticks, useTicks } from './ticks.ts';

interface StepsProps {
  readonly help: Help;
  readonly situation: Situation;
}

/** The steps of one situation as a check-list, drafts to print, and what the law says. */
export function StepsPage({ help, situation }: StepsProps) {
  const say = useSay();
  const language = useLanguage();
  const ticks = useTicks(situation.id);
  const isFormal = situation.voice === 'formal';
  const steps = situation.steps.flatMap((id) => help.steps.find((step) => step.id === id) ?? []);
  const done = steps.filter(({ id }) => ticks.done.includes(id)).length;
  return (
    <Page title={situation.title[language]} lead={situation.lead[language]}>
      <p class="no-print">
        <a class="exit-back" href={href('exit')}>
          <Icon name="back" size={18} />
          {say(T.back)}
        </a>
      </p>
      <h2>{say(T.steps)}</h2>
      <p class="exit-progress" role="status">
        {say(T.done, { done, all: steps.length })}
      </p>
      <ol class="exit-steps">
        {steps.map((step, i) => (
          <StepItem
            key={step.id}
            number={i + 1}
            step={step}
            contacts={help.contacts.filter(({ id }) => step.contacts.includes(id))}
            isDone={ticks.done.includes(step.id)}
            onTick={(isDone) => ticks.tick(step.id, isDone)}
          />
        ))}
      </ol>
      {done === steps.length && (
        <Notice tone="good" live>
          <p>{say(isFormal ? T.allDoneFormal : T.allDone)}</p>
        </Notice>
      )}
      <Keep ticks={ticks} isFormal={isFormal} />
      <Drafts help={help} situation={situation} />
      <h2>{say(T.law)}</h2>
      <WithData<PeopleLaw> name="law">
        {(law) => <LawNote law={law} isFormal={isFormal} />}
      </WithData>
    </Page>
  );
}

function Keep({ ticks, isFormal }: { readonly ticks: Ticks; readonly isFormal: boolean }) {
  const say = useSay();
  return (
    <label class="exit-keep no-print">
      <input
        type="checkbox"
        checked={ticks.isKept}
        onChange={(event) => ticks.keep(event.currentTarget.checked)}
      />
      <span>
        {say(T.remember)}
        <small>{say(isFormal ? T.rememberAboutFormal : T.rememberAbout)}</small>
      </span>
    </label>
  );
}

function Drafts({ help, situation }: StepsProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section class="no-print">
      <h2>{say(T.drafts)}</h2>
      <p>{say(situation.voice === 'formal' ? T.draftsAboutFormal : T.draftsAbout)}</p>
      <ul class="exit-situations">
        {help.statements.map(({ id, title }) => (
          <li key={id}>
            <a href={href('exit', situation.id, id)}>
              <span>{title[language]}</span>
              <Icon name="print" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
