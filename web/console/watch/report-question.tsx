import { type JSX, useRef, useState } from 'react';
import { announce } from '../pieces/announce.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useReportTexts } from './texts.ts';
import type { ReportActs } from './use-report.ts';

/** As the service takes them. */
const LEAST = 3;
const MOST = 1_000;

/** A question to whoever told; sent twice it is asked once. */
export function ReportQuestion({ ask }: Pick<ReportActs, 'ask'>): JSX.Element {
  const t = useReportTexts();
  const [text, setText] = useState('');
  const key = useRef('');
  const send = (): void => {
    if (key.current === '') key.current = newKey();
    ask.mutate(
      { text: text.trim(), key: key.current },
      {
        onSuccess: () => {
          setText('');
          announce(t('asked'));
        },
      },
    );
  };
  return (
    <form
      className="report-question"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="field">
        <span>{t('question')}</span>
        <textarea
          name="question"
          rows={2}
          maxLength={MOST}
          value={text}
          onChange={(event) => {
            key.current = '';
            setText(event.target.value);
          }}
        />
      </label>
      <p className="muted small">{t('questionAbout')}</p>
      {ask.isError && <Problem error={ask.error} />}
      <p className="act-buttons">
        <button
          type="submit"
          className="button"
          data-act="ask"
          disabled={ask.isPending || text.trim().length < LEAST}
        >
          {t('ask')}
        </button>
      </p>
    </form>
  );
}

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
