import { useRef, useState } from 'preact/hooks';
import type { z } from 'zod';
import type { ReportTalk } from '../../../src/http/contract/report-talk.ts';
import { api, QorganProblem } from '../api.ts';
import { Button } from '../pieces/button.tsx';
import { Field } from '../pieces/field.tsx';
import { Notice } from '../pieces/notice.tsx';
import { dateText } from '../pieces/plain-words.ts';
import { useSay } from '../say.ts';
import { M } from './mine-texts.ts';
import { Pictures } from './pictures.tsx';
import { sendingKey } from './send-report.ts';
import type { ShrunkPicture } from './shrink-picture.ts';

export type TalkView = z.output<typeof ReportTalk>;

interface TalkProps {
  readonly receipt: string;
  readonly talk: TalkView;
  readonly onTalk: (talk: TalkView) => void;
}

/** Questions of the staff, answers, and room for more. */
export function Talk({ receipt, talk, onTalk }: TalkProps) {
  const say = useSay();
  return (
    <>
      <h2>{say(M.talk)}</h2>
      {talk.messages.length === 0 ? <p class="muted">{say(M.talkNone)}</p> : <Said talk={talk} />}
      {talk.pictures > 0 && <p class="muted">{say(M.pictures, { n: talk.pictures })}</p>}
      {talk.muted ? (
        <Notice tone="warn">
          <p>{say(M.muted)}</p>
        </Notice>
      ) : talk.answersLeft === 0 ? (
        <Notice>
          <p>{say(M.full)}</p>
        </Notice>
      ) : (
        <Answer receipt={receipt} talk={talk} onTalk={onTalk} />
      )}
    </>
  );
}

function Said({ talk: { messages } }: Pick<TalkProps, 'talk'>) {
  const say = useSay();
  return (
    <ol class="report-talk">
      {messages.map(({ at, from, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages are only added at the end
        <li key={i} class={`report-said report-said-${from}`}>
          <p>
            <strong>{say(from === 'you' ? M.you : M.reader)}</strong>{' '}
            <time class="muted" dateTime={new Date(at).toISOString()}>
              {dateText(at)}
            </time>
          </p>
          <p class="report-words">{text}</p>
        </li>
      ))}
    </ol>
  );
}

function Answer({ receipt, talk, onTalk }: TalkProps) {
  const say = useSay();
  const [text, setText] = useState('');
  const [told, setTold] = useState<{ readonly tone: 'good' | 'bad'; readonly words: string }>();
  const [isBusy, setBusy] = useState(false);
  const key = useRef(sendingKey());
  const attempt = async (work: () => Promise<string>) => {
    setBusy(true);
    try {
      setTold({ tone: 'good', words: await work() });
    } catch (error) {
      const words = error instanceof QorganProblem ? error.detail : say(M.offline);
      setTold({ tone: 'bad', words });
    }
    setBusy(false);
  };
  const send = () =>
    attempt(async () => {
      onTalk(await api().reports.answer(receipt, { text: text.trim() }, key.current));
      key.current = sendingKey();
      setText('');
      return say(M.answered);
    });
  const sendPicture = ([picture]: readonly ShrunkPicture[]) =>
    attempt(async () => {
      if (picture !== undefined) await api().reports.addPicture(receipt, picture.blob);
      onTalk(await api().reports.talk(receipt));
      return say(M.pictureTaken);
    });
  return (
    <form
      class="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void send();
      }}
    >
      <Field label={say(M.answer)} hint={say(M.answerHint)}>
        <textarea
          name="answer"
          maxLength={2_000}
          value={text}
          onInput={({ currentTarget }) => {
            key.current = sendingKey();
            setText(currentTarget.value);
          }}
        />
      </Field>
      <Button type="submit" disabled={isBusy}>
        {say(M.send)}
      </Button>
      {talk.picturesLeft > 0 && (
        <Pictures pictures={[]} most={1} onChange={(pictures) => void sendPicture(pictures)} />
      )}
      <div role="status">
        {told && (
          <Notice tone={told.tone} {...(told.tone === 'bad' && { title: say(M.failed) })}>
            <p>{told.words}</p>
          </Notice>
        )}
      </div>
    </form>
  );
}
