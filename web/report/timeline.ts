import type { ReportAccount, ReportLot } from '../../src/report/model.ts';
import { h, svg } from '../shared/dom.ts';
import { createTimeAxis, type TimeAxis } from '../shared/time-axis.ts';
import type { Context } from './context.ts';
import { accountLink, table } from './page-parts.ts';
import type { TextName } from './texts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long money rested, in steps that the rules use too; each has its own shade and, on paper, its own text. */
const AGES: readonly { untilMs: number; name: TextName }[] = [
  { untilMs: 15 * MINUTE_MS, name: 'age15m' },
  { untilMs: HOUR_MS, name: 'age1h' },
  { untilMs: DAY_MS, name: 'age24h' },
  { untilMs: 7 * DAY_MS, name: 'age7d' },
  { untilMs: Number.POSITIVE_INFINITY, name: 'ageLonger' },
];

/** Narrower than this the picture scrolls. */
const LEAST_WIDTH = 720;
const WIDEST = 1330;
const PAGE_EDGES = 72;
const LABEL = 116;
const RIGHT = 96;
const HEAD = 30;
/** Under the bars: how long the cut pauses were. */
const FOOT = 22;
/** Thin bars for many lots, room for a sum beside each for few. */
const rowHeight = (lots: number): number => (lots <= 24 ? 22 : lots <= 80 ? 12 : 7);

/** Every lot of an account as a bar from its arrival to its departure. */
export function timeline(context: Context, account: ReportAccount): HTMLElement | null {
  if (account.lots.length === 0) return null;
  const { t, format } = context;
  const used = new Set(account.lots.map(ageOf));
  const ages = AGES.map((age, i) => ({ ...age, i })).filter(({ i }) => used.has(i));
  return h(
    'section',
    { class: 'timeline' },
    h('h2', {}, t('timeline')),
    h('p', { class: 'muted help' }, t('timelineHelp')),
    account.lots.length < account.lotsTotal &&
      h('p', { class: 'lots-cut' }, ofAll(context, account)),
    h(
      'ul',
      { class: 'ages' },
      ages.map(({ i, name }) => h('li', {}, h('span', { class: `age age-${i}` }), t(name))),
      account.lots.some((lot) => lot.outAt === null) &&
        h('li', {}, h('span', { class: 'age age-open' }), t('stillHere')),
    ),
    h(
      'div',
      { class: 'stage', tabindex: 0, role: 'img', 'aria-label': t('timeline') },
      draw(context, account.lots),
    ),
    h(
      'details',
      {},
      h('summary', {}, `${t('lots')} · ${format.number(account.lots.length)}`),
      table(
        context,
        t('lots'),
        [
          { title: t('arrived'), cell: (lot) => format.moment(lot.inAt) },
          { title: t('from'), cell: (lot) => accountLink(context, lot.from) },
          { title: t('sum'), numeric: true, cell: (lot) => format.money(lot.amountMinor) },
          {
            title: t('departed'),
            cell: (lot) => (lot.outAt === null ? t('stillHere') : format.moment(lot.outAt)),
          },
          {
            title: t('held'),
            numeric: true,
            cell: (lot) => format.duration(lot.outAt === null ? null : lot.outAt - lot.inAt),
          },
          { title: t('to'), cell: (lot) => (lot.to === '' ? '—' : accountLink(context, lot.to)) },
        ],
        account.lots,
      ),
    ),
  );
}

/** '200 of 641', and by what they were chosen. */
function ofAll({ t, format }: Context, { lots, lotsTotal, network }: ReportAccount): string {
  return t(network === '' ? 'lotsChosen' : 'lotsChosenNetwork', {
    shown: format.number(lots.length),
    all: format.number(lotsTotal),
  });
}

function ageOf(lot: ReportLot): number {
  if (lot.outAt === null) return -1;
  const held = lot.outAt - lot.inAt;
  return AGES.findIndex((age) => held <= age.untilMs);
}

function draw(context: Context, lots: readonly ReportLot[]): SVGSVGElement {
  const { format, facts } = context;
  const row = rowHeight(lots.length);
  const width = Math.max(LEAST_WIDTH, Math.min(WIDEST, innerWidth - PAGE_EDGES));
  const last = Math.max(...lots.map((lot) => lot.outAt ?? lot.inAt));
  // Money that never left runs to the end of the data, but a year of rest must not press a busy day flat.
  const end = lots.some((lot) => lot.outAt === null) ? facts.model.totals.to : last;
  const moments = lots.flatMap((lot) => [lot.inAt, lot.outAt ?? Math.max(end, lot.inAt)]);
  const axis = createTimeAxis(moments, width - LABEL - RIGHT);
  const foot = axis.breaks.length > 0 ? FOOT : 0;
  const height = HEAD + lots.length * row + foot;
  const most = Math.max(...lots.map((lot) => lot.amountMinor));
  return svg(
    'svg',
    { class: 'lots', viewBox: `0 0 ${width} ${height}`, width, height },
    axisLines(context, axis, height - foot),
    lots.map((lot, i) => {
      const y = HEAD + i * row;
      const x1 = LABEL + axis.x(lot.inAt);
      const x2 = LABEL + axis.x(lot.outAt ?? Math.max(end, lot.inAt));
      const thick = Math.max(3, Math.sqrt(lot.amountMinor / most) * (row - 4));
      const age = lot.outAt === null ? 'open' : String(ageOf(lot));
      const middle = y + row / 2;
      return svg(
        'g',
        { class: 'lot' },
        svg('title', {}, lotWords(context, lot)),
        svg('rect', {
          class: `age age-${age}`,
          x: x1,
          y: middle - thick / 2,
          width: Math.max(3, x2 - x1),
          height: thick,
          rx: Math.min(3, thick / 2),
        }),
        row < 20
          ? null
          : [
              svg(
                'text',
                { x: LABEL - 10, y: middle + 4, 'text-anchor': 'end' },
                format.moneyShort(lot.amountMinor),
              ),
              svg(
                'text',
                { class: 'lot-held', x: Math.max(x2, x1 + 3) + 8, y: middle + 4 },
                lot.outAt === null ? context.t('stillHere') : format.duration(lot.outAt - lot.inAt),
              ),
            ],
      );
    }),
  );
}

function axisLines(context: Context, axis: TimeAxis, bottom: number): SVGGElement {
  const { format } = context;
  let day = '';
  return svg(
    'g',
    { class: 'axis' },
    axis.ticks.map((at) => {
      const x = LABEL + axis.x(at);
      const date = format.dayMonth(at);
      const time = format.time(at);
      // The date stands where a new day begins; after that the time of day is enough.
      const label = date === day && time !== '' ? time : `${date} ${time}`;
      day = date;
      return svg(
        'g',
        {},
        svg('path', { class: 'tick', d: `M${x},${HEAD - 8}V${bottom}` }),
        svg('text', { x, y: 14 }, label),
      );
    }),
    axis.breaks.map(({ x, pausedMs }) => [
      svg('path', {
        class: 'break',
        d: `M${LABEL + x - 3},${bottom}V${HEAD - 8}M${LABEL + x + 3},${bottom}V${HEAD - 8}`,
      }),
      svg(
        'text',
        { x: LABEL + x, y: bottom + FOOT - 6, 'text-anchor': 'middle' },
        format.duration(pausedMs),
      ),
    ]),
  );
}

function lotWords(context: Context, lot: ReportLot): string {
  const { t, format } = context;
  const left =
    lot.outAt === null
      ? t('stillHere')
      : `${t('left')} ${format.moment(lot.outAt)} (${format.duration(lot.outAt - lot.inAt)})`;
  return `${format.money(lot.amountMinor)} · ${t('came')} ${format.moment(lot.inAt)} · ${left}`;
}
