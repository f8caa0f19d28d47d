import { Link } from '@tanstack/react-router';
import { type JSX, type KeyboardEvent, useMemo, useState } from 'react';
import type { CampaignDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { useWidth } from '../pieces/use-width.ts';
import { type CampaignMap, layCampaign, type MapContact, type MapPost } from './campaign-map.ts';
import { useCampaignTexts, useWatchWords } from './texts.ts';

const LINE_KINDS = ['contact', 'near_duplicate', 'template'] as const;

/** Posts and contacts with lines between them. The table beside it says the same in words. */
export function CampaignPicture({ campaign }: { campaign: CampaignDetail }): JSX.Element {
  const t = useCampaignTexts();
  const format = useFormat();
  const [box, room] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<string | null>(null);
  const map = useMemo(() => layCampaign(campaign.edges, room), [campaign.edges, room]);
  return (
    <div className="links-picture campaign-map" ref={box}>
      <Legend map={map} />
      {room > 0 && map.posts.length > 0 && (
        <svg
          viewBox={`0 0 ${map.width} ${map.height}`}
          width={map.width}
          height={map.height}
          role="group"
          aria-label={t('map')}
        >
          <Lines map={map} chosen={chosen} />
          {map.posts.map((post) => (
            <PostMark key={post.postId} post={post} x={map.postX} />
          ))}
          {map.contacts.map((contact) => (
            <ContactMark
              key={contact.key}
              contact={contact}
              x={map.contactX}
              isShort={map.width < 560}
              isChosen={contact.key === chosen}
              onChoose={() => setChosen(contact.key === chosen ? null : contact.key)}
            />
          ))}
        </svg>
      )}
      {map.posts.length < map.allPosts && room > 0 && (
        <p className="muted small">
          {t('mapCut', {
            posts: format.number(map.posts.length),
            all: format.number(map.allPosts),
          })}
        </p>
      )}
    </div>
  );
}

/** Kinds of lines that there are. */
function Legend({ map }: { map: CampaignMap }): JSX.Element {
  const t = useCampaignTexts();
  const kinds = LINE_KINDS.filter((kind) => map.lines.some((line) => line.kind === kind));
  return (
    <ul className="links-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 34 8" width={34} height={8} aria-hidden="true">
            <path className={`map-line map-${kind}`} d="M1 4H33" />
          </svg>
          {t(`line.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

function Lines({ map, chosen }: { map: CampaignMap; chosen: string | null }): JSX.Element {
  return (
    <g>
      {map.lines.map(({ key, kind, contact, path }) => {
        const isAside = chosen !== null && contact !== chosen;
        return (
          <path
            key={key}
            className={`map-line map-${kind}${isAside ? ' is-aside' : ''}${chosen !== null && contact === chosen ? ' is-lit' : ''}`}
            d={path}
          />
        );
      })}
    </g>
  );
}

/** A post leads to its page. */
function PostMark({ post: { postId, y, links }, x }: { post: MapPost; x: number }): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  return (
    <Link
      to="/watch/posts/$postId"
      params={{ postId: String(postId) }}
      search={{ state: 'all' }}
      aria-label={t('mapPost', { id: postId, n: links })}
    >
      <rect className="map-post" x={x - 6} y={y - 6} width={12} height={12} rx={2} />
      <text className="link-name" x={x - 12} y={y + 4} textAnchor="end">
        {words('post', { id: postId })}
      </text>
    </Link>
  );
}

/** A contact shows who carries it. */
function ContactMark({
  contact: { kind, shown, y, posts },
  x,
  isShort,
  isChosen,
  onChoose,
}: {
  contact: MapContact;
  x: number;
  isShort: boolean;
  isChosen: boolean;
  onChoose: () => void;
}): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const said = words(`contact.${kind}`);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose();
  };
  return (
    <g
      className={`map-person${isChosen ? ' is-chosen' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      data-map-contact={shown}
      onClick={onChoose}
      onKeyDown={press}
    >
      <title>{t('mapContact', { kind: said, shown, n: posts.length })}</title>
      <rect className="map-reach" x={x - 12} y={y - 15} width={isShort ? 140 : 215} height={30} />
      <circle className="map-sign" cx={x} cy={y} r={7} />
      <text>
        <tspan className="link-name number" x={x + 13} y={isShort ? y - 1 : y + 4}>
          {short(shown, isShort ? 16 : 22)}
        </tspan>
        {isShort ? (
          <tspan className="link-level" x={x + 13} y={y + 12}>
            {short(said, 17)}
          </tspan>
        ) : (
          <tspan className="link-level" dx={7}>
            {posts.length}
          </tspan>
        )}
      </text>
    </g>
  );
}

const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
