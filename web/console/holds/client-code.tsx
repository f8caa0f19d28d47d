import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { api, type HoldDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { CopyLine } from '../pieces/copy-line.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useHoldTexts } from './texts.ts';

/**
 * The code by which the client asks after the hold. It is made, or shown again, when a worker asks for it, and not with the page:
 * each showing is an act that is written down.
 */
export function ClientCode({ hold }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const format = useFormat();
  const queries = useQueryClient();
  const code = useMutation({
    mutationFn: () => api().holds.code(hold.holdId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['holds'] }),
  });
  const { allowed, givenAt } = hold.clientCode;
  if (!allowed) return <p className="muted">{t('codeNotAllowed')}</p>;
  return (
    <div className="client-code">
      <p>{t('codeAbout', { address: `${location.origin}/portal/held` })}</p>
      {givenAt !== null && (
        <p className="muted">{t('codeGiven', { when: format.moment(givenAt) })}</p>
      )}
      {code.data === undefined ? (
        <button
          type="button"
          className="button"
          disabled={code.isPending}
          data-client-code
          onClick={() => code.mutate()}
        >
          {givenAt === null ? t('codeGive') : t('codeShow')}
        </button>
      ) : (
        <CopyLine text={code.data.code} label={t('code')} />
      )}
      {code.isError && <Problem error={code.error} />}
    </div>
  );
}

/** What the client wrote by the code, latest last. */
export function ClientWords({ hold }: { hold: HoldDetail }): JSX.Element | null {
  const t = useHoldTexts();
  const format = useFormat();
  const written = hold.events.filter(({ byClient }) => byClient);
  if (written.length === 0) return null;
  return (
    <>
      <h3>{t('clientWrote')}</h3>
      <ul className="plain" data-client-words>
        {written.map(({ version, at, act, note }) => (
          <li key={version}>
            <b>{act === 'appeal' ? t('clientAppeal') : t('clientExplanation')}</b>{' '}
            <span className="muted">{format.moment(at)}</span>
            <blockquote>{note}</blockquote>
          </li>
        ))}
      </ul>
    </>
  );
}
