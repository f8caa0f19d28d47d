import { useEffect, useRef } from 'preact/hooks';
import { carry } from '../carried.ts';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Icon, type IconName } from '../pieces/icon.tsx';
import { go, href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { A, ASK_TEXTS, VERDICTS } from './answer-texts.ts';
import { Known } from './known.tsx';
import { MarkedText } from './marked-text.tsx';
import type { OfferReading, PressureFound } from './read-offer.ts';
import { isTrap, type Tone, toneOf } from './verdict.ts';

const ICONS: Readonly<Record<Tone, IconName>> = {
  bad: 'alert',
  warn: 'alert',
  info: 'info',
};

interface AnswerProps {
  /** The text as it was read; the field may hold another one by now. */
  readonly text: string;
  readonly reading: OfferReading;
  /** It was just read, and does not stand from before. */
  readonly isNew: boolean;
}

/** What was read in a text, from what it looks like to what to do now. Takes the focus when it is new. */
export function Answer({ text, reading, isNew }: AnswerProps) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isNew) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.check-verdict')?.scrollIntoView({ block: 'start' });
  }, [isNew]);
  const { verdict, asks, pressure } = reading;
  const tone = toneOf(verdict);
  const trap = isTrap(verdict);
  const said = VERDICTS[verdict];
  return (
    <section class="check-answer">
      <div class={`check-verdict check-${tone}`}>
        <Icon name={ICONS[tone]} size={32} />
        <div>
          <h2 ref={heading} tabindex={-1}>
            {say(said.title)}
          </h2>
          <p>{say(said.text)}</p>
        </div>
      </div>
      {asks.length === 0 ? null : (
        <>
          <h3>{say(A.asksTitle)}</h3>
          <ul class="check-asks">
            {asks.map((ask) => (
              <li key={ask}>{say(ASK_TEXTS[ask])}</li>
            ))}
          </ul>
        </>
      )}
      <Words text={text} reading={reading} />
      {pressure.length === 0 ? null : (
        <>
          <h3>{say(trap ? A.pressureTitle : A.pressureTitleCalm)}</h3>
          <ul class="check-pressure">
            {pressure.map((one) => (
              <Pressure key={one.technique} {...one} />
            ))}
          </ul>
        </>
      )}
      {reading.contacts.length === 0 ? null : <Known contacts={reading.contacts} />}
      <Genuine reading={reading} />
      <Now text={text} reading={reading} />
      <details class="check-honest">
        <summary>{say(A.honestTitle)}</summary>
        <p>{say(A.honest)}</p>
      </details>
    </section>
  );
}

function Words({ text, reading: { marks, verdict } }: Omit<AnswerProps, 'isNew'>) {
  const say = useSay();
  if (marks.length === 0) return null;
  const kinds = new Set(marks.map(({ why }) => why));
  return (
    <>
      <h3>{say(isTrap(verdict) ? A.wordsTitle : A.wordsTitleCalm)}</h3>
      <MarkedText text={text} marks={marks} />
      <p class="check-key hint">
        {kinds.has('ask') ? <mark class="check-ask">{say(A.keyAsk)}</mark> : null}
        {kinds.has('technique') ? <mark class="check-technique">{say(A.keyTechnique)}</mark> : null}
        {kinds.has('word') ? <mark class="check-word">{say(A.keyWord)}</mark> : null}
      </p>
    </>
  );
}

function Pressure({ words, quotes }: PressureFound) {
  const say = useSay();
  const language = useLanguage();
  return (
    <li class="card">
      <h4>{words.name[language]}</h4>
      {quotes.length === 0 ? null : (
        <p class="check-quotes">{quotes.map((text) => say(A.quote, { text })).join(' ')}</p>
      )}
      <p>{words.what[language]}</p>
      <p class="check-reply">
        <Icon name="shield" size={20} />
        <span>{words.answer[language]}</span>
      </p>
    </li>
  );
}

function Genuine({ reading: { verdict } }: Pick<AnswerProps, 'reading'>) {
  const say = useSay();
  if (!isTrap(verdict) && verdict !== 'unclear' && verdict !== 'ordinary') return null;
  return (
    <>
      <h3>{say(A.genuineTitle)}</h3>
      <ul class="check-ticks">
        {[A.genuineName, A.genuinePay, A.genuineContract, A.genuineTime].map((text) => (
          <li key={text.en}>
            <Icon name="check" size={20} />
            <span>{say(text)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Now({ text, reading: { verdict } }: Omit<AnswerProps, 'isNew'>) {
  const say = useSay();
  const trap = isTrap(verdict);
  if (!trap && verdict !== 'unclear' && verdict !== 'ordinary')
    return (
      <div class="buttons">
        <ButtonLink kind="quiet" href={href('train')}>
          {say(A.train)}
        </ButtonLink>
      </div>
    );
  const steps = trap ? [A.nowSilent, A.nowKeep, A.nowTell, A.nowReport] : [A.nowAsk, A.nowWait];
  const report = () => {
    carry(text);
    go(href('report'));
    scrollTo(0, 0);
  };
  return (
    <>
      <h3>{say(A.nowTitle)}</h3>
      <ol class="check-steps">
        {steps.map((step) => (
          <li key={step.en}>{say(step)}</li>
        ))}
      </ol>
      <div class="buttons">
        {trap ? <Button onClick={report}>{say(A.report)}</Button> : null}
        {trap ? (
          <ButtonLink kind="quiet" href={href('exit')}>
            {say(A.gave)}
          </ButtonLink>
        ) : (
          <ButtonLink kind="quiet" href={href('train')}>
            {say(A.train)}
          </ButtonLink>
        )}
      </div>
    </>
  );
}
