import { type JSX, useState } from 'react';
import type { TakedownDetail } from '../api.ts';
import { CopyButton } from '../pieces/copy-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useTakedownTexts } from './texts.ts';
import { useLetter } from './use-takedowns.ts';

type Kind = 'request' | 'withdrawal';
const KINDS = ['request', 'withdrawal'] as const;
const KIND_TEXTS = { request: 'letterRequest', withdrawal: 'letterWithdrawal' } as const;

/** The letter as it is to be sent. It may hold contacts in full, so that it is shown when somebody asks for it. */
export function TakedownLetter({ takedown }: { takedown: TakedownDetail }): JSX.Element {
  const t = useTakedownTexts();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind>('request');
  const letter = useLetter(takedown, kind, isOpen);
  return (
    <section data-letter>
      <div className="section-head">
        <h2>{t('letter')}</h2>
        {isOpen && (
          <div className="decision-row" role="group" aria-label={t('letter')}>
            {KINDS.map((one) => (
              <button
                key={one}
                type="button"
                className="choice small"
                aria-pressed={one === kind}
                onClick={() => setKind(one)}
              >
                {t(KIND_TEXTS[one])}
              </button>
            ))}
          </div>
        )}
      </div>
      {!isOpen && (
        <>
          <p className="muted small">{t('letterAbout')}</p>
          <button type="button" className="button" data-act="letter" onClick={() => setOpen(true)}>
            {t('letterShow')}
          </button>
        </>
      )}
      {letter.isLoading && <Loading rows={3} />}
      {letter.isError && <Problem error={letter.error} retry={() => letter.refetch()} />}
      {letter.data !== undefined && <Letter letter={letter.data} />}
    </section>
  );
}

function Letter({
  letter,
}: {
  letter: NonNullable<ReturnType<typeof useLetter>['data']>;
}): JSX.Element {
  const t = useTakedownTexts();
  const { subject, body, addressee, language, unfilled, note } = letter;
  return (
    <>
      {note.length > 0 && (
        <div className="notice">
          <b>{t('noteToYou')}</b>
          {note.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      )}
      {unfilled.length > 0 && (
        <p className="due small">{t('unfilled', { what: unfilled.join(', ') })}</p>
      )}
      <div className="letter" lang={language}>
        <p className="muted">{addressee}</p>
        <p>
          <b>{subject}</b>
        </p>
        <p className="letter-body">{body}</p>
      </div>
      <p className="act-buttons">
        <CopyButton text={`${subject}\n\n${body}`} label={t('copyLetter')} />
      </p>
    </>
  );
}
