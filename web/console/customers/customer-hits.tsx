import { type JSX, useState } from 'react';
import type { ListHit } from '../api.ts';
import { useFormat } from '../format.ts';
import { useListTexts } from '../lists/texts.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { ShareMeter } from '../pieces/marks.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { CUSTOMER_REVIEWERS } from '../shell/sections.ts';
import { HitDialog } from './hit-dialog.tsx';
import { CUSTOMER_TEXTS, useCustomerTexts } from './texts.ts';
import { useHits } from './use-customers.ts';

/** Entries of lists that the customer meets: how, and what a person said of it. */
export function CustomerHits({ customerId }: { customerId: number }): JSX.Element {
  const t = useCustomerTexts();
  const [isGone, setGone] = useState(false);
  const [deciding, setDeciding] = useState<ListHit | null>(null);
  const hits = useHits(customerId, isGone);
  const items = hits.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <div className="section-head">
        <h2>{t('hits')}</h2>
        <label className="check">
          <input
            type="checkbox"
            checked={isGone}
            onChange={(event) => setGone(event.target.checked)}
          />
          {t('goneToo')}
        </label>
      </div>
      {hits.isPending && <Loading rows={2} />}
      {hits.isError && <Problem error={hits.error} retry={() => hits.refetch()} />}
      {hits.isSuccess && items.length === 0 && <p className="muted">{t('hitsNone')}</p>}
      <ul className="hits">
        {items.map((hit) => (
          <HitItem key={hit.hitId} hit={hit} onDecide={setDeciding} />
        ))}
      </ul>
      <MoreButton query={hits} />
      {deciding !== null && <HitDialog hit={deciding} onDone={() => setDeciding(null)} />}
    </section>
  );
}

function HitItem({
  hit,
  onDecide,
}: {
  hit: ListHit;
  onDecide: (hit: ListHit) => void;
}): JSX.Element {
  const t = useCustomerTexts();
  const tl = useListTexts();
  const format = useFormat();
  const me = useMe();
  const { state, score, match, decidedBy, decidedAt, reason, goneAt } = hit;
  const isOwn = hit.institutionId === me.institution.institutionId;
  const mayDecide = hasRole(me, CUSTOMER_REVIEWERS) && isOwn && goneAt === null;
  return (
    <li className={goneAt === null ? '' : 'is-off'} data-hit={hit.hitId}>
      <div className="hit-head">
        <span className={`state-tag hit-${state}`}>{t(`hit.${state}`)}</span>
        <b>{hit.listName}</b>
        <span className="muted">
          {tl(`kind.${hit.kind}`)} · <Way hit={hit} /> ·{' '}
          {t('foundAt', { when: format.moment(hit.foundAt) })}
          {goneAt !== null && ` · ${t('gone', { when: format.moment(goneAt) })}`}
        </span>
        {score !== null && <ShareMeter share={score} />}
        {mayDecide && (
          <button
            type="button"
            className={`button${state === 'open' ? ' primary' : ''}`}
            data-act="decide"
            onClick={() => onDecide(hit)}
          >
            {t(state === 'open' ? 'decide' : 'decideAgain')}
          </button>
        )}
      </div>
      {match !== null && <MatchedName match={match} />}
      {decidedBy !== null && decidedAt !== null && (
        <blockquote>
          {reason}
          <footer className="muted">
            {t('decided', { by: decidedBy, when: format.moment(decidedAt) })}
          </footer>
        </blockquote>
      )}
    </li>
  );
}

/** By name, or by which identifiers. */
function Way({ hit: { via } }: { hit: ListHit }): JSX.Element {
  const t = useCustomerTexts();
  const kinds = via.filter((kind) => kind !== 'name');
  if (kinds.length === 0) return <>{t('byName')}</>;
  const words = kinds.map((kind) => {
    const key = `id.${kind}`;
    return key in CUSTOMER_TEXTS ? t(key as keyof typeof CUSTOMER_TEXTS) : kind;
  });
  return <>{t('byNumber', { what: words.join(', ') })}</>;
}

type Match = NonNullable<ListHit['match']>;
type Part = Match['parts'][number];

/** How each part of the name met, and what else was compared. */
function MatchedName({ match }: { match: Match }): JSX.Element {
  const t = useCustomerTexts();
  const columns: Column<Part & { readonly place: number }>[] = [
    { id: 'part', title: t('part'), cell: ({ part }) => t(`part.${part}`) },
    { id: 'asked', title: t('asked'), cell: ({ asked }) => asked || null },
    { id: 'listed', title: t('listed'), cell: ({ listed }) => listed || null },
    {
      id: 'how',
      title: t('how'),
      cell: ({ how }) => <span className={`how-${how}`}>{t(`how.${how}`)}</span>,
    },
    {
      id: 'likeness',
      title: t('likeness'),
      numeric: true,
      cell: ({ likeness }) => <ShareMeter share={likeness} />,
    },
  ];
  return (
    <>
      <p className="matched">
        <span>{match.asked}</span>
        <span aria-hidden="true">↔</span>
        <span>{match.listed}</span>
        <span className="muted">
          {t('birth')}: {t(`birth.${match.birth}`)} · {t('number')}: {t(`key.${match.key}`)}
        </span>
      </p>
      <DataTable
        caption={t('how')}
        columns={columns}
        items={match.parts.map((part, place) => ({ ...part, place }))}
        keyOf={({ place }) => place}
      />
    </>
  );
}
