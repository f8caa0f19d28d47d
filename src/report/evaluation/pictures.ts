import { html, type Markup } from './markup.ts';

/** A line of the precision-recall picture: points as shares of 0..1. */
export interface Curve {
  readonly name: string;
  readonly className: string;
  readonly points: readonly (readonly [recall: number, precision: number])[];
}

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 64;
const BOTTOM = 40;
const TOP = 12;
const RIGHT = 12;
const x = (share: number): number => round(LEFT + share * (WIDTH - LEFT - RIGHT));
const y = (share: number): number => round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP));
const round = (value: number): number => Math.round(value * 10) / 10;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Precision (up) over recall (right), a line for each view. */
export function curvePicture(
  curves: readonly Curve[],
  words: { readonly title: string; readonly recall: string; readonly precision: string },
): Markup {
  const path = ({ points }: Curve): string =>
    points.map(([r, p], i) => `${i === 0 ? 'M' : 'L'}${x(r)} ${y(p)}`).join('');
  return html`<figure><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words.title}">
${TICKS.map(
  (t) => html`<path class="grid" d="M${x(0)} ${y(t)}H${x(1)}M${x(t)} ${y(0)}V${y(1)}"/>
<text x="${LEFT - 8}" y="${y(t) + 4}" text-anchor="end">${t * 100}</text>
<text x="${x(t)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="${t === 1 ? 'end' : 'middle'}">${t * 100}</text>
`,
)}<text x="${x(0.5)}" y="${HEIGHT - 4}" text-anchor="middle">${words.recall}, %</text>
<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">${words.precision}, %</text>
${curves.map(
  (curve) => html`<path class="line ${curve.className}" d="${path(curve)}"/>
`,
)}</svg>
<figcaption>${curves.map((c) => html`<span class="key ${c.className}">${c.name}</span> `)}</figcaption></figure>`;
}

/** How many patterns had which tenth of their money left, and those never alerted, apart, in front. */
export function reachPicture(
  tenths: readonly number[],
  never: number,
  words: { readonly title: string; readonly never: string },
): Markup {
  const bars = [never, ...tenths];
  const most = Math.max(1, ...bars);
  const step = (WIDTH - LEFT - RIGHT) / (bars.length + 1);
  // A gap of one bar stands between those never alerted and the others.
  const left = (i: number): number => round(LEFT + (i === 0 ? 0 : i + 1) * step);
  const name = (i: number): string => (i === 0 ? words.never : `${i * 10}`);
  return html`<figure><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words.title}">
<path class="grid" d="M${LEFT} ${y(0)}H${WIDTH - RIGHT}"/>
${bars.map(
  (
    count,
    i,
  ) => html`<rect class="${i === 0 ? 'never' : 'bar'}" x="${left(i)}" width="${round(step - 4)}" y="${y((count / most) * 0.92)}" height="${round(y(0) - y((count / most) * 0.92))}"/>
<text x="${round(left(i) + step / 2 - 2)}" y="${y((count / most) * 0.92) - 4}" text-anchor="middle">${count}</text>
<text class="${i % 2 === 1 ? 'every-other' : 'kept'}" x="${round(left(i) + step / 2 - 2)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${i === 0 ? name(i) : `≤${name(i)}`}</text>
`,
)}<text x="${WIDTH - RIGHT}" y="${HEIGHT - 4}" text-anchor="end">%</text>
</svg></figure>`;
}
