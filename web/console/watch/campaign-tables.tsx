import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { CampaignDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { CUSTOMER_SEERS } from '../shell/sections.ts';
import { StopDialog } from './stopped-contacts.tsx';
import { useCampaignTexts, usePostTexts, useWatchWords } from './texts.ts';
import { CONTACT_STOPPERS } from './watch-roles.ts';

type Contact = CampaignDetail['contacts'][number];
type Edge = CampaignDetail['edges'][number];
type Repost = CampaignDetail['reposts'][number];
type Named = CampaignDetail['accounts'][number];

export function PostLink({ postId }: { postId: number }): JSX.Element {
  const words = useWatchWords();
  return (
    <Link to="/watch/posts/$postId" params={{ postId: String(postId) }} search={{ state: 'all' }}>
      {words('post', { id: postId })}
    </Link>
  );
}

/** Contacts of the campaign, the most shared first, and the stop for those that strangers share. */
export function ContactsTable({ campaign }: { campaign: CampaignDetail }): JSX.Element {
  const t = useCampaignTexts();
  const tp = usePostTexts();
  const words = useWatchWords();
  const format = useFormat();
  const me = useMe();
  const [stopping, setStopping] = useState<Contact | null>(null);
  const mayStop = hasRole(me, CONTACT_STOPPERS);
  const columns: Column<Contact>[] = [
    {
      id: 'contact',
      title: words('contact'),
      cell: ({ kind, shown }) => (
        <span className="term">
          <span className="number">{shown}</span>
          <span className="muted">{words(`contact.${kind}`)}</span>
        </span>
      ),
    },
    { id: 'here', title: t('inPosts'), numeric: true, cell: ({ posts }) => format.number(posts) },
    {
      id: 'elsewhere',
      title: t('elsewhere'),
      numeric: true,
      cell: ({ elsewhere }) => format.number(elsewhere),
    },
    {
      id: 'act',
      title: t('stop'),
      cell: (contact) =>
        contact.stopped ? (
          <span className="muted">{tp('stopped')}</span>
        ) : mayStop ? (
          <button
            type="button"
            className="button"
            data-act="stop"
            onClick={() => setStopping(contact)}
          >
            {t('stop')}
          </button>
        ) : null,
    },
  ];
  return (
    <section>
      <h2>
        {words('contacts')} · {format.number(campaign.contacts.length)}
      </h2>
      {campaign.contacts.length === 0 ? (
        <p className="muted">{tp('contactsNone')}</p>
      ) : (
        <Rows
          caption={words('contacts')}
          columns={columns}
          items={campaign.contacts}
          keyOf={({ contactId }) => contactId}
        />
      )}
      {stopping !== null && <StopDialog contact={stopping} onDone={() => setStopping(null)} />}
    </section>
  );
}

/** Why posts stand together, two by two. */
export function EdgesTable({ campaign }: { campaign: CampaignDetail }): JSX.Element {
  const t = useCampaignTexts();
  const format = useFormat();
  const reason = useReasonWords();
  const columns: Column<Edge>[] = [
    {
      id: 'posts',
      title: t('edgePosts'),
      cell: ({ a, b }) => (
        <span className="edge-ends">
          <PostLink postId={a} />
          <span aria-hidden="true">↔</span>
          <PostLink postId={b} />
        </span>
      ),
    },
    {
      id: 'why',
      title: t('edgeReasons'),
      wide: true,
      cell: ({ reasons }) => (
        <ul className="plain edge-reasons">
          {reasons.map((one) => (
            <li key={`${one.kind} ${one.contact?.shown}`}>{reason(one)}</li>
          ))}
        </ul>
      ),
    },
  ];
  const { edges, moreEdges } = campaign;
  return (
    <details className="edges" open={edges.length > 0 && edges.length <= 6}>
      <summary>
        {t('edges')} · {format.number(edges.length + moreEdges)}
      </summary>
      <Rows caption={t('edges')} columns={columns} items={edges} keyOf={({ a, b }) => `${a} ${b}`}>
        {moreEdges > 0 && (
          <p className="muted">{t('moreEdges', { n: format.number(moreEdges) })}</p>
        )}
      </Rows>
    </details>
  );
}

function useReasonWords(): (reason: Edge['reasons'][number]) => string {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const format = useFormat();
  return ({ kind, contact, likeness }) =>
    kind === 'contact'
      ? t('reason.contact', {
          kind: contact === null ? '' : words(`contact.${contact.kind}`),
          shown: contact?.shown ?? '',
        })
      : t(`reason.${kind}`, { likeness: format.share(likeness ?? 0) });
}

/** What was posted again, where and when. */
export function RepostsTable({ campaign }: { campaign: CampaignDetail }): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const common = useWords();
  const format = useFormat();
  const columns: Column<Repost>[] = [
    { id: 'post', title: words('posts'), cell: ({ postId }) => <PostLink postId={postId} /> },
    { id: 'of', title: t('repostOf'), cell: ({ repostOf }) => <PostLink postId={repostOf} /> },
    {
      id: 'at',
      title: common('when'),
      cell: ({ at }) => <span className="number">{format.moment(at)}</span>,
    },
    { id: 'where', title: words('source'), cell: ({ sourceName }) => sourceName },
  ];
  return (
    <section>
      <h2>{t('reposts')}</h2>
      {campaign.reposts.length === 0 ? (
        <p className="muted">{t('repostsNone')}</p>
      ) : (
        <Rows
          caption={t('reposts')}
          columns={columns}
          items={campaign.reposts}
          keyOf={({ postId }) => postId}
        />
      )}
    </section>
  );
}

/** Accounts and customers that its posts name. */
export function NamedTable({ campaign }: { campaign: CampaignDetail }): JSX.Element {
  const t = useCampaignTexts();
  const tp = usePostTexts();
  const words = useWatchWords();
  const common = useWords();
  const format = useFormat();
  const me = useMe();
  const isSeer = hasRole(me, CUSTOMER_SEERS);
  const columns: Column<Named>[] = [
    {
      id: 'whom',
      title: t('whom'),
      cell: ({ account, customerId }) => (
        <span className="term">
          {account !== null && <AccountLink account={account} />}
          {customerId !== null && isSeer && (
            <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
              {tp('customer', { id: customerId })}
            </Link>
          )}
          {customerId !== null && !isSeer && <span>{tp('customer', { id: customerId })}</span>}
        </span>
      ),
    },
    { id: 'via', title: t('byContact'), cell: ({ via }) => words(`contact.${via}`) },
    {
      id: 'posts',
      title: words('posts'),
      numeric: true,
      cell: ({ posts }) => format.number(posts),
    },
    {
      id: 'state',
      title: common('status'),
      cell: ({ state }) => (
        <span className={`state-tag hit-${state}`}>{words(`hit.${state}`)}</span>
      ),
    },
  ];
  return (
    <section>
      <h2>{t('accounts')}</h2>
      {campaign.accounts.length === 0 ? (
        <p className="muted">{t('accountsNone')}</p>
      ) : (
        <Rows
          caption={t('accounts')}
          columns={columns}
          items={campaign.accounts}
          keyOf={({ account, customerId, via }) => `${account?.ref} ${customerId} ${via}`}
        />
      )}
    </section>
  );
}
