import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { LINK_KINDS } from '../../../src/screening/risk/profile.ts';
import type { CustomerLinks } from '../api.ts';
import { useFormat } from '../format.ts';
import { useWidth } from '../pieces/use-width.ts';
import { useRiskTexts } from '../risk/texts.ts';
import { type DrawnEdge, layLinks, type PlacedNode } from './links-layout.ts';
import { useCustomerTexts } from './texts.ts';

const WIDTH_MOST = 860;

/** Who shares what with whom, as a picture: the customer in the middle. The table beside it says the same in words. */
export function LinksPicture({
  links,
  customerId,
}: {
  links: CustomerLinks;
  customerId: number;
}): JSX.Element {
  const t = useCustomerTexts();
  const format = useFormat();
  const [box, room] = useWidth<HTMLDivElement>();
  const picture = layLinks(links, customerId, Math.min(WIDTH_MOST, room));
  return (
    <div className="links-picture" ref={box}>
      <Legend links={links} />
      {room > 0 && (
        <svg
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          width={picture.width}
          height={picture.height}
          role="group"
          aria-label={t('links')}
        >
          <g>
            {picture.edges.map((edge) => (
              <EdgeLine key={`${edge.a} ${edge.b} ${edge.kind}`} edge={edge} />
            ))}
          </g>
          {picture.nodes.map((node) => (
            <NodeMark key={node.customerId} node={node} />
          ))}
        </svg>
      )}
      {picture.shown < picture.all && (
        <p className="muted small">
          {t('pictureCut', {
            shown: format.number(picture.shown),
            all: format.number(picture.all),
          })}
        </p>
      )}
    </div>
  );
}

/** Kinds that there are, each with its line. */
function Legend({ links: { edges } }: { links: CustomerLinks }): JSX.Element {
  const t = useCustomerTexts();
  const kinds = LINK_KINDS.filter((kind) => edges.some((edge) => edge.kind === kind));
  return (
    <ul className="links-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 34 8" width={34} height={8} aria-hidden="true">
            <path className={`link-line link-${kind}`} d="M1 4H33" />
          </svg>
          {t(`link.${kind}`)}
        </li>
      ))}
      {edges.some(({ explained }) => explained !== null) && (
        <li className="muted">{t('explainedWeak')}</li>
      )}
    </ul>
  );
}

function EdgeLine({ edge: { kind, explained, path } }: { edge: DrawnEdge }): JSX.Element {
  return (
    <path
      className={`link-line link-${kind}${explained === null ? '' : ' is-explained'}`}
      d={path}
    />
  );
}

const ANCHORS = { middle: 'middle', top: 'middle', left: 'end', right: 'start' } as const;
/** Where a name stands from its sign, CSS pixels. */
const ASIDE = { middle: 0, top: 0, left: -16, right: 16 };
const DOWN = { middle: 26, top: -30, left: -2, right: -2 };

/** A sign of its level, its masked name and the level in words; all but the customer itself lead to their page. */
function NodeMark({ node }: { node: PlacedNode }): JSX.Element {
  const t = useCustomerTexts();
  const tr = useRiskTexts();
  const { customerId, name, level, listed, x, y, side } = node;
  const isSelf = side === 'middle' || side === 'top';
  const away = ASIDE[side];
  const down = DOWN[side];
  const levelText = tr(`level.${level ?? 'none'}`);
  const text = (
    <>
      <LevelSign level={level} x={x} y={y} isSelf={isSelf} />
      {listed && <circle className="link-listed" cx={x} cy={y} r={13} />}
      <text textAnchor={ANCHORS[side]}>
        <tspan x={x + away} y={y + down} className="link-name">
          {name}
        </tspan>
        <tspan x={x + away} y={y + down + 15} className={`link-level level-${level ?? 'none'}`}>
          {isSelf ? t('thisOne') : levelText}
        </tspan>
      </text>
    </>
  );
  if (isSelf) return <g>{text}</g>;
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: String(customerId) }}
      aria-label={[name, levelText, listed && t('onList')].filter(Boolean).join(', ')}
    >
      {text}
    </Link>
  );
}

function LevelSign({
  level,
  x,
  y,
  isSelf,
}: {
  level: PlacedNode['level'];
  x: number;
  y: number;
  isSelf: boolean;
}): JSX.Element {
  const size = isSelf ? 9 : 7;
  const className = `link-node level-${level ?? 'none'}`;
  if (level === 'high')
    return (
      <rect
        className={className}
        x={x - size}
        y={y - size}
        width={2 * size}
        height={2 * size}
        rx={2}
      />
    );
  return (
    <>
      <circle className={className} cx={x} cy={y} r={size} />
      {level === 'medium' && (
        <path
          className="link-half level-medium"
          d={`M${x} ${y - size}A${size} ${size} 0 0 0 ${x} ${y + size}Z`}
        />
      )}
    </>
  );
}
