import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Held } from '../../../src/client/held.ts';
import { api } from '../api.ts';
import { shortDate, tenge } from '../law/numbers.ts';
import { Button } from '../pieces/button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useLanguage, useSay } from '../say.ts';
import { Appeal } from './appeal.tsx';
import { STATES, T } from './texts.ts';
import { WordsForm } from './words-form.tsx';

interface HeldBoxProps {
  readonly code: string;
  readonly held: Held;
  readonly onHeld: (held: Held) => void;
  readonly onLeave: () => void;
}

const MINOR = 100;

/** How it stands, until when, why, what remains, and what can be done now. */
export function HeldBox({ code, held, onHeld, onLeave }: HeldBoxProps) {
  const say = useSay();
  const language = useLanguage();
  const day = (date: string) => shortDate(date, language);
  const { title, about } = STATES[held.state];
  const isOpen = !['released', 'refused', 'returned'].includes(held.state);
  return (
    <>
      <Notice tone={TONES[held.state]} title={say(title)} live>
        <p>{say(about)}</p>
      </Notice>
      <dl class="held-facts">
        <Fact term={say(T.bank)}>{held.bank}</Fact>
        <Fact term={say(T.sum)}>{tenge(held.amountMinor / MINOR, language)}</Fact>
        {held.heldMinor < held.amountMinor && (
          <Fact term={say(T.held)}>{tenge(held.heldMinor / MINOR, language)}</Fact>
        )}
        <Fact term={say(T.since)}>{day(held.since)}</Fact>
        {isOpen && held.until !== null && (
          <Fact term={say(T.until)}>{say(T.untilEnd, { day: day(held.until) })}</Fact>
        )}
      </dl>
      {isOpen && held.untilUncertain && <p class="muted">{say(T.uncertain)}</p>}
      {held.mayExplain && <Explain code={code} held={held} onHeld={onHeld} />}
      {!held.mayExplain && held.explainedOn !== null && (
        <p>{say(T.explained, { day: day(held.explainedOn) })}</p>
      )}
      {isOpen && <Why held={held} />}
      {isOpen && <Keeps held={held} />}
      <Appeal code={code} held={held} onHeld={onHeld} />
      <Again code={code} onHeld={onHeld} onLeave={onLeave} />
    </>
  );
}

const TONES = {
  checking: 'info',
  asked: 'warn',
  blocked: 'warn',
  kept: 'warn',
  over: 'warn',
  released: 'good',
  refused: 'warn',
  returned: 'info',
} as const satisfies Record<Held['state'], string>;

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Why({ held }: { readonly held: Held }) {
  const say = useSay();
  return (
    <section class="held-part">
      <h2>{say(T.why)}</h2>
      <ul>
        {held.reasons.map((reason) => (
          <li key={reason.en}>{say(reason)}</li>
        ))}
      </ul>
      <p>{say(T.whyNot)}</p>
    </section>
  );
}

function Keeps({ held }: { readonly held: Held }) {
  const say = useSay();
  const rules = [...held.income, ...held.services];
  return (
    <section class="held-part">
      <h2>{say(T.keeps)}</h2>
      <ul>
        {rules.map(({ id, text }) => (
          <li key={id}>{say(text)}</li>
        ))}
      </ul>
      {rules.some(({ verified }) => verified === 'no') && (
        <p class="muted">{say(T.keepsUnverified)}</p>
      )}
    </section>
  );
}

function Explain({ code, held, onHeld }: Omit<HeldBoxProps, 'onLeave'>) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section class="held-part">
      <h2>{say(T.explain)}</h2>
      {held.question !== null && (
        <blockquote class="held-question">
          <b>{say(T.question)}:</b> {held.question}
        </blockquote>
      )}
      <p>{say(T.explainAbout)}</p>
      {held.explainBy !== null && (
        <p>{say(T.explainBy, { day: shortDate(held.explainBy, language) })}</p>
      )}
      <WordsForm
        label={say(T.explainText)}
        act={say(T.explainSend)}
        keptAs={`explanation ${code}`}
        send={async (text, proof) => onHeld(await api().held.explain({ code, text, proof }))}
      />
    </section>
  );
}

function Again({ code, onHeld, onLeave }: Omit<HeldBoxProps, 'held'>) {
  const say = useSay();
  const [failed, setFailed] = useState(false);
  const refresh = async () => {
    try {
      onHeld(await api().held.look(code));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      {failed && (
        <Notice tone="warn" live>
          <p>{say(T.offline)}</p>
        </Notice>
      )}
      <p class="buttons">
        <Button kind="quiet" onClick={() => void refresh()}>
          {say(T.refresh)}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {say(T.another)}
        </Button>
      </p>
    </>
  );
}
