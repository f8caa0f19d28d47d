import { type JSX, useState } from 'react';
import type { StoppedContact } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { Problem } from '../pieces/problem.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { useCampaignTexts, useWatchWords } from './texts.ts';
import { useLift, useStop, useStopped } from './use-campaigns.ts';
import { CONTACT_STOPPERS } from './watch-roles.ts';

/** Contacts that make no campaigns, who said so and why, and the way back. */
export function StoppedContacts(): JSX.Element {
  const t = useCampaignTexts();
  const tw = useWatchWords();
  const words = useWords();
  const format = useFormat();
  const me = useMe();
  const stopped = useStopped();
  const [lifting, setLifting] = useState<StoppedContact | null>(null);
  const items = stopped.data?.items ?? [];
  const columns: Column<StoppedContact>[] = [
    {
      id: 'contact',
      title: tw('contact'),
      cell: ({ kind, shown }) => (
        <span className="term">
          <span className="number">{shown}</span>
          <span className="muted">{tw(`contact.${kind}`)}</span>
        </span>
      ),
    },
    { id: 'posts', title: tw('posts'), numeric: true, cell: ({ posts }) => format.number(posts) },
    { id: 'why', title: words('reason'), wide: true, cell: ({ reason }) => reason },
    {
      id: 'by',
      title: t('stoppedBy'),
      cell: ({ by, at }) => (
        <span className="term">
          <span>{by}</span>
          <span className="muted number">{format.moment(at)}</span>
        </span>
      ),
    },
    ...(hasRole(me, CONTACT_STOPPERS)
      ? [
          {
            id: 'act',
            title: t('lift'),
            cell: (one: StoppedContact) => (
              <button type="button" className="button" onClick={() => setLifting(one)}>
                {t('lift')}
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <details className="edges">
      <summary>
        {t('stopList')} · {format.number(items.length)}
      </summary>
      <p className="muted">{t(items.length === 0 ? 'stopNone' : 'stopListAbout')}</p>
      {stopped.isError && <Problem error={stopped.error} retry={() => stopped.refetch()} />}
      {items.length > 0 && (
        <Rows caption={t('stopList')} columns={columns} items={items} keyOf={({ hash }) => hash} />
      )}
      {lifting !== null && <LiftDialog contact={lifting} onDone={() => setLifting(null)} />}
    </details>
  );
}

function LiftDialog({
  contact: { hash, shown },
  onDone,
}: {
  contact: StoppedContact;
  onDone: () => void;
}): JSX.Element {
  const t = useCampaignTexts();
  const lift = useLift();
  const send = (reason: string): void =>
    lift.mutate(
      { hash, reason },
      {
        onSuccess: () => {
          announce(t('liftDone'));
          onDone();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('liftTitle', { shown })}
      act={t('lift')}
      least={3}
      sending={lift}
      onSend={send}
      onDone={onDone}
    />
  );
}

/** A contact that strangers share joins posts no more. */
export function StopDialog({
  contact: { contactId, shown },
  onDone,
}: {
  contact: { readonly contactId: number; readonly shown: string };
  onDone: () => void;
}): JSX.Element {
  const t = useCampaignTexts();
  const stop = useStop();
  const send = (reason: string): void =>
    stop.mutate(
      { contactId, reason },
      {
        onSuccess: () => {
          announce(t('stopDone'));
          onDone();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('stopTitle')}
      act={t('stop')}
      about={t('stopAbout', { shown })}
      least={3}
      sending={stop}
      onSend={send}
      onDone={onDone}
    />
  );
}
