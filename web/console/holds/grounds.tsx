import type { JSX } from 'react';
import type { HoldDetail } from '../api.ts';
import { useHoldTexts } from './texts.ts';

/** What in law the money stands on; every provision opens to its text, its source and whether a lawyer has looked. */
export function Grounds({ hold }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const provisionOf = (id: string) => hold.provisions.find((one) => one.id === id);
  return (
    <section>
      <h2>{t('grounds')}</h2>
      <ul className="grounds">
        {hold.grounds.map((ground) => (
          <li key={`${ground.kind} ${ground.subject}`}>
            <b>{t(`ground.${ground.kind}`)}</b>
            <span className="muted">
              {t(`subject.${ground.subject ?? 'none'}`)} · {t(`before.${ground.before}`)}
            </span>
            {ground.tell === 'may_not' && <span className="may-not">{t('someNotTold')}</span>}
            <Provision provision={provisionOf(ground.provision)} id={ground.provision} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Provision({
  provision,
  id,
}: {
  provision: HoldDetail['provisions'][number] | undefined;
  id: string;
}): JSX.Element {
  const t = useHoldTexts();
  if (provision === undefined) return <code>{id}</code>;
  const { verified } = provision;
  return (
    <details className="provision">
      <summary>{t('article', { article: provision.article })}</summary>
      <blockquote>{provision.text}</blockquote>
      <p className="muted small">
        {t('source', { source: provision.source })}
        <br />
        {verified === 'no' ? t('notVerified') : t('verified', verified)}
      </p>
    </details>
  );
}
