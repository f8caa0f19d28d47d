import { type JSX, type KeyboardEvent, useMemo } from 'react';
import { VERDICT_LABELS } from '../../../src/report/labels.ts';
import type { TimelineItem } from '../api.ts';
import { useFormat } from '../format.ts';
import { useWidth } from '../pieces/use-width.ts';
import { useSettings } from '../settings.ts';
import {
  BAR_WIDTH,
  LEFT,
  MARKS_Y,
  type MoneyPicture,
  moneyPicture,
  RIGHT,
} from './money-picture.ts';
import { useAccountTexts } from './texts.ts';

/** Narrower than this the picture scrolls. */
const LEAST_WIDTH = 720;

/** An account's money over time: what came, what left, what is left of it, and where the program noticed something. */
export function MoneyView({
  items,
  note,
  selected,
  onSelect,
}: {
  items: readonly TimelineItem[];
  /** Which part of the transfers it is, where it is not all of them. */
  note: string;
  selected: number | null;
  onSelect: (item: TimelineItem) => void;
}): JSX.Element {
  const t = useAccountTexts();
  const [box, room] = useWidth<HTMLDivElement>();
  const width = Math.max(LEAST_WIDTH, room);
  const picture = useMemo(() => moneyPicture(items, width), [items, width]);
  return (
    <section className="money">
      <h2>{t('picture')}</h2>
      <p className="muted help">
        {t('pictureAbout')} {note}
      </p>
      <ul className="money-legend">
        {(['in', 'out', 'balance'] as const).map((name) => (
          <li key={name}>
            <span className={`money-key money-key-${name}`} />
            {t(name)}
          </li>
        ))}
      </ul>
      <section className="stage" ref={box} tabIndex={0} aria-label={t('picture')}>
        {room > 0 && <Drawing picture={picture} selected={selected} onSelect={onSelect} />}
      </section>
    </section>
  );
}

function Drawing({
  picture,
  selected,
  onSelect,
}: {
  picture: MoneyPicture;
  selected: number | null;
  onSelect: (item: TimelineItem) => void;
}): JSX.Element {
  const { width, height, axisY, bars, marks, steps } = picture;
  const { language } = useSettings();
  const t = useAccountTexts();
  const tell = useBarWords();
  const format = useFormat();
  return (
    <svg
      className="money-picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={t('picture')}
    >
      {picture.lines.map(({ minor, y }) => (
        <g key={y}>
          <path className="tick" d={`M${LEFT},${y}H${width - RIGHT}`} />
          <text className="money-sum" x={LEFT - 10} y={y + 4} textAnchor="end">
            {format.moneyShort(minor)}
          </text>
        </g>
      ))}
      <path className="money-steps" d={steps} />
      {bars.map(({ item, x, y, height: tall }) => (
        <rect
          key={item.seq}
          className={`money-bar money-${item.direction} ${item.seq === selected ? 'is-selected' : ''}`}
          x={x - BAR_WIDTH / 2}
          y={y}
          width={BAR_WIDTH}
          height={tall}
          rx={1}
        >
          <title>{tell(item)}</title>
        </rect>
      ))}
      <path className="money-axis" d={`M${LEFT},${axisY}H${width - RIGHT}`} />
      <Times picture={picture} />
      {marks.map(({ item, x }, i) => (
        <g
          key={item.seq}
          className={`money-mark money-mark-${item.verdict} ${item.seq === selected ? 'is-selected' : ''}`}
          role="button"
          tabIndex={i === 0 || item.seq === selected ? 0 : -1}
          aria-label={`${VERDICT_LABELS[item.verdict][language]}: ${tell(item)}`}
          onClick={() => onSelect(item)}
          onKeyDown={(event) => step(event, () => onSelect(item))}
        >
          <path className="money-mark-line" d={`M${x},${MARKS_Y + 6}V${axisY}`} />
          {item.verdict === 'hold' ? (
            <rect x={x - 5} y={MARKS_Y - 5} width={10} height={10} rx={1} />
          ) : (
            <circle cx={x} cy={MARKS_Y} r={4.5} />
          )}
        </g>
      ))}
    </svg>
  );
}

/** Arrow keys go from sign to sign, Enter opens the transfer. */
function step(event: KeyboardEvent<SVGGElement>, open: () => void): void {
  const signs = [
    ...(event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('.money-mark') ?? []),
  ];
  const here = signs.indexOf(event.currentTarget);
  const next = { ArrowLeft: signs[here - 1], ArrowRight: signs[here + 1] }[event.key];
  if (event.key === 'Enter' || event.key === ' ') open();
  else if (next !== undefined) next.focus();
  else return;
  event.preventDefault();
}

function useBarWords(): (item: TimelineItem) => string {
  const t = useAccountTexts();
  const format = useFormat();
  return (item) =>
    `${t(item.direction)} ${format.money(item.amountMinor)}, ${format.moment(item.at)}, ${item.other.name}`;
}

function Times({ picture: { axis, height } }: { picture: MoneyPicture }): JSX.Element {
  const format = useFormat();
  let day = '';
  return (
    <g className="axis">
      {axis.ticks.map((at) => {
        const date = format.dayMonth(at);
        // The date stands where a new day begins; after that the time of day is enough.
        const label = date === day ? format.time(at) : `${date} ${format.time(at)}`;
        day = date;
        return (
          <text key={at} x={LEFT + axis.x(at)} y={14}>
            {label}
          </text>
        );
      })}
      {axis.breaks.map(({ x, pausedMs }) => (
        <g key={x}>
          <path
            className="break"
            d={`M${LEFT + x - 3},${MARKS_Y + 12}V${height - 22}M${LEFT + x + 3},${MARKS_Y + 12}V${height - 22}`}
          />
          <text x={LEFT + x} y={height - 6} textAnchor="middle">
            {format.duration(pausedMs)}
          </text>
        </g>
      ))}
    </g>
  );
}
