import { useId } from 'preact/hooks';
import type { Contact, Step } from '../../../src/service/portal/help/help.ts';
import { shortDate } from '../law/numbers.ts';
import { Icon } from '../pieces/icon.tsx';
import { useLanguage, useSay } from '../say.ts';
import { T } from './texts.ts';

interface StepItemProps {
  readonly number: number;
  readonly step: Step;
  readonly contacts: readonly Contact[];
  readonly isDone: boolean;
  readonly onTick: (isDone: boolean) => void;
}

/** One step: a tick, what to do, whom to call, what not to do, why, and where the advice is from. */
export function StepItem({ number, step, contacts, isDone, onTick }: StepItemProps) {
  const language = useLanguage();
  const say = useSay();
  const id = useId();
  return (
    <li class={`exit-step ${isDone ? 'exit-step-done' : ''}`}>
      <div class="exit-step-head">
        <input
          id={id}
          type="checkbox"
          checked={isDone}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <label for={id}>
          <h3>
            <span class="exit-number">{number}.</span> {step.do[language]}
          </h3>
        </label>
      </div>
      <ul class="exit-how">
        {step.how.map((line) => (
          <li key={line.en}>{line[language]}</li>
        ))}
      </ul>
      {contacts.map((contact) => (
        <ContactLine key={contact.id} contact={contact} />
      ))}
      {step.not === undefined ? null : (
        <p class="exit-not">
          <Icon name="cross" size={18} />
          <span>
            <b>{say(T.not)}.</b> {step.not[language]}
          </span>
        </p>
      )}
      <p class="exit-why">
        <b>{say(T.why)}.</b> {step.why[language]}
      </p>
      <Origin step={step} contacts={contacts} />
    </li>
  );
}

function ContactLine({ contact: { number, name, when } }: { readonly contact: Contact }) {
  const language = useLanguage();
  const say = useSay();
  return (
    <p class="exit-contact">
      <Icon name="phone" size={20} />
      <span>
        {number === undefined ? (
          <b>{name[language]}</b>
        ) : (
          <a href={`tel:${number}`}>{say(T.call, { name: name[language] })}</a>
        )}
        <small>{when[language]}</small>
      </span>
    </p>
  );
}

/** A visitor may open where each number and each advice comes from, and that nobody has checked it yet. */
function Origin({
  step,
  contacts,
}: {
  readonly step: Step;
  readonly contacts: readonly Contact[];
}) {
  const language = useLanguage();
  const say = useSay();
  const { verified } = step;
  return (
    <details class="exit-origin">
      <summary>{say(T.from)}</summary>
      <p lang="en">{step.source}.</p>
      {contacts.map(({ id, source, checked }) => (
        <p key={id}>{say(T.checked, { source, date: shortDate(checked, language) })}</p>
      ))}
      <p>
        {verified === 'no'
          ? say(T.unverified)
          : say(T.verified, { by: verified.by, on: shortDate(verified.on, language) })}
      </p>
    </details>
  );
}
