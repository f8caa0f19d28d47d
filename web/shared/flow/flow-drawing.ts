import type { Role } from '../../../src/network/role.ts';
import { svg } from '../dom.ts';
import { roleShape } from '../icons.ts';
import type { FlowContext } from './flow-context.ts';
import type { FlowGroup } from './flow-groups.ts';
import {
  type FlowPicture,
  HEAD_HEIGHT,
  type PlacedCard,
  type PlacedRibbon,
} from './flow-layout.ts';

/** The money-flow picture as SVG, without any behaviour: the page and the paper use the same. */
export interface Drawing {
  element: SVGSVGElement;
  cards: Map<FlowGroup, SVGGElement>;
  ribbons: Map<PlacedRibbon, SVGGElement>;
}

/** A sum is written on a ribbon that is at least this wide. */
const LABELLED_WIDTH = 15;
const LABEL_HEIGHT = 17;
/** Between the heads of neighbouring columns. */
const HEAD_SPACE = 14;
/** A thin ribbon can still be hit with a finger. */
const REACH = 12;
/** Room for text inside a card: the sign of the role on the left, padding on the right. */
const TEXT_INSET = 40;

export function drawFlow(context: FlowContext, picture: FlowPicture): Drawing {
  const { width, height } = picture;
  const element = svg('svg', {
    class: 'flow',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'group',
    'aria-label': context.t('flow'),
  });
  const ribbons = new Map<PlacedRibbon, SVGGElement>();
  const layer = svg('g', { class: 'ribbons' });
  // Wide ones first, so that thin ones lie on top and can be pointed at.
  for (const ribbon of [...picture.ribbons].sort((a, b) => b.width - a.width)) {
    const drawn = drawRibbon(ribbon);
    ribbons.set(ribbon, drawn);
    layer.append(drawn);
  }
  const cards = new Map<FlowGroup, SVGGElement>();
  const front = svg('g', { class: 'cards' });
  for (const card of picture.cards) {
    const drawn = drawCard(context, card);
    cards.set(card.group, drawn);
    front.append(drawn);
  }
  element.append(columnHeads(context, picture), layer, front, ribbonSums(context, picture));
  return { element, cards, ribbons };
}

function drawRibbon(ribbon: PlacedRibbon): SVGGElement {
  const { tip } = ribbon;
  const arrow =
    tip === null
      ? null
      : svg('path', {
          class: 'tip',
          d: tip.left ? `M${tip.x + 1},${tip.y}l8,-5v10z` : `M${tip.x - 1},${tip.y}l-8,-5v10z`,
        });
  return svg(
    'g',
    { class: `ribbon role-${ribbon.edge.from.role} course-${ribbon.course}` },
    svg('path', { class: 'reach', d: ribbon.path, 'stroke-width': REACH }),
    svg('path', {
      class: ribbon.course === 'forward' ? 'band' : 'line',
      d: ribbon.path,
      'stroke-width': ribbon.course === 'forward' ? null : ribbon.width,
    }),
    arrow,
  );
}

/** Sums on ribbons wide enough for them, where no other sum is. */
function ribbonSums(context: FlowContext, picture: FlowPicture): SVGGElement {
  const layer = svg('g', { class: 'sums', 'aria-hidden': 'true' });
  const taken: { x: number; y: number }[] = [];
  const sorted = [...picture.ribbons].sort((a, b) => b.width - a.width);
  for (const { course, width, labelX, labelY, edge } of sorted) {
    if (course !== 'forward' || width < LABELLED_WIDTH) continue;
    if (taken.some(({ x, y }) => Math.abs(x - labelX) < 90 && Math.abs(y - labelY) < LABEL_HEIGHT))
      continue;
    taken.push({ x: labelX, y: labelY });
    const sum = context.format.moneyShort(edge.amountMinor);
    layer.append(svg('text', { x: labelX, y: labelY + 4, 'text-anchor': 'middle' }, sum));
  }
  return layer;
}

function columnHeads(context: FlowContext, picture: FlowPicture): SVGGElement {
  const layer = svg('g', { class: 'heads', 'aria-hidden': 'true' });
  const [left = 0, right = left] = picture.columnX;
  const headWidth = Math.max(picture.cards[0]?.width ?? 0, right - left - HEAD_SPACE);
  for (const [column, x] of picture.columnX.entries()) {
    const groups = picture.cards.filter((c) => c.group.column === column).map((c) => c.group);
    const counts = new Map<Role, number>();
    const money = new Map<Role, number>();
    for (const { role, members, inMinor, outMinor } of groups) {
      counts.set(role, (counts.get(role) ?? 0) + members.length);
      money.set(role, (money.get(role) ?? 0) + Math.max(inMinor, outMinor));
    }
    // Those the money passes name their column, however many payers stand in it too.
    const weight = (role: Role): number => (role === 'victim' ? -1 : (money.get(role) ?? 0));
    const [main, ...others] = [...counts].sort((a, b) => weight(b[0]) - weight(a[0]));
    if (main === undefined) continue;
    const [role, n] = main;
    const more = others.reduce((sum, [, count]) => sum + count, 0);
    const label = `${context.words(context.roles[role].many)} · ${n}${more > 0 ? ` + ${more}` : ''}`;
    const sum = groups.reduce((all, g) => all + Math.max(g.inMinor, g.outMinor), 0);
    layer.append(
      svg('text', { class: 'head', x, y: 14 }, fitText(label, headWidth, 'head')),
      svg('text', { class: 'head-sum', x, y: 31 }, context.format.moneyShort(sum)),
    );
  }
  layer.append(svg('path', { class: 'rule', d: `M0,${HEAD_HEIGHT - 9}H${picture.width}` }));
  return layer;
}

function drawCard(context: FlowContext, { group, x, y, width, height }: PlacedCard): SVGGElement {
  const [first] = group.members;
  const single = group.members.length === 1;
  const title = single ? context.nameOf(first.account) : groupTitle(context, group);
  const middle = y + height / 2;
  const sum = context.format.moneyShort(Math.max(group.inMinor, group.outMinor));
  const stack = single
    ? null
    : svg('path', {
        class: 'card-stack',
        d: `M${x + 5},${y + height + 3}h${width - 10}`,
      });
  return svg(
    'g',
    { class: `card role-${group.role}`, role: 'button', tabindex: -1 },
    stack,
    svg('rect', { class: 'card-box', x, y, width, height, rx: 5 }),
    svg('rect', { class: 'card-edge', x, y, width: 4, height, rx: 2 }),
    svg('path', {
      class: 'card-sign',
      d: roleShape(group.role),
      transform: `translate(${x + 12},${middle - 16})`,
    }),
    svg(
      'text',
      { class: 'card-title', x: x + 34, y: middle - 3 },
      fitText(title, width - TEXT_INSET, 'title'),
    ),
    svg('text', { class: 'card-sum', x: x + 34, y: middle + 13 }, sum),
    single && context.hasScores && group.role !== 'victim'
      ? svg(
          'text',
          { class: 'card-score', x: x + width - 9, y: middle + 13, 'text-anchor': 'end' },
          String(Math.round(first.score)),
        )
      : null,
  );
}

/** '+23 · payers': no language has to bend a noun after a number. */
export const groupTitle = (context: FlowContext, { role, members }: FlowGroup): string =>
  `+${members.length} · ${context.words(context.roles[role].many).toLowerCase()}`;

/** Same as in the style sheet: text of a picture cannot be cut by the browser, so it is measured here. */
const FONTS = {
  title: '600 12.5px system-ui, sans-serif',
  head: '600 12px system-ui, sans-serif',
} as const;

let ruler: CanvasRenderingContext2D | null | undefined;

function fitText(text: string, width: number, font: keyof typeof FONTS): string {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) return text.slice(0, Math.floor(width / 7));
  ruler.font = FONTS[font];
  const letters = [...text];
  // The longest text that could fit, so that a hostile name of a megabyte is not measured letter by letter.
  let low = 0;
  let high = Math.min(letters.length, 120);
  if (letters.length <= high && ruler.measureText(text).width <= width) return text;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const cut = `${letters.slice(0, middle).join('')}…`;
    if (ruler.measureText(cut).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('')}…`;
}
