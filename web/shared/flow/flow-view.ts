import { h, svg } from '../dom.ts';
import { icon } from '../icons.ts';
import type { FlowContext } from './flow-context.ts';
import { type Drawing, drawFlow } from './flow-drawing.ts';
import { groupFacts, legend, ribbonFacts } from './flow-facts.ts';
import { type FlowGroup, groupFlows, type Thinned, thinOut } from './flow-groups.ts';
import { type FlowPicture, layoutFlow, type PlacedRibbon } from './flow-layout.ts';
import type { FlowNetwork } from './flow-network.ts';
import { firstSight } from './flow-scroll.ts';

/** Cards in a column before the smaller ones are drawn as one. */
const COLUMN_CAP = 10;
const ZOOM_STEP = 1.25;
const ZOOM_MOST = 3;
/** Below this the text of a card cannot be read; a picture that is wider scrolls instead. */
const ZOOM_READABLE = 0.88;
/** Narrow cards, so that five columns fit on A4 upright at a size that can be read. */
const PAPER_ROOM = 600;

/** The picture with its tools and, beside it, the facts of what is pointed at. */
export function flowView(context: FlowContext, network: FlowNetwork): HTMLElement {
  const { t } = context;
  const stage = h('div', { class: 'stage' });
  const thin = h('p', { class: 'muted help' });
  const facts = h('aside', { class: 'facts', 'aria-live': 'polite' });
  const { graph: first, hidden: thinned } = grouped(network, COLUMN_CAP);
  const everyone = thinned.count === 0 && first.groups.every((g) => g.members.length === 1);
  let cap = COLUMN_CAP;
  let zoom = 1;
  let current: Drawing | null = null;
  let natural: FlowPicture = { width: 1, height: 1, cards: [], ribbons: [], columnX: [] };

  const applyZoom = (value: number): void => {
    zoom = Math.min(ZOOM_MOST, Math.max(0.2, value));
    current?.element.setAttribute('width', String(natural.width * zoom));
    current?.element.setAttribute('height', String(natural.height * zoom));
  };
  const whole = (least: number): void => {
    const room = roomOf(stage, natural);
    const across = room.width / natural.width;
    const down = room.height / natural.height;
    // As wide as can be read; as high, too, where that costs nothing of it.
    applyZoom(Math.min(1, Math.max(least, across > least ? Math.min(across, down) : across)));
  };
  /** Whole where it can be read, else at what matters. */
  const open = (): void => {
    whole(ZOOM_READABLE);
    const room = roomOf(stage, natural);
    const sight = firstSight(natural, { width: room.width / zoom, height: room.height / zoom });
    stage.scrollLeft = (sight.x + sight.width / 2) * zoom - room.width / 2;
    stage.scrollTop = (sight.y + sight.height / 2) * zoom - room.height / 2;
  };
  const redraw = (): void => {
    const { graph, hidden } = grouped(network, cap);
    const picture = layoutFlow(graph, context.room());
    thin.textContent =
      hidden.count === 0
        ? ''
        : t('hiddenFlows', { n: hidden.count, sum: context.format.moneyShort(hidden.amountMinor) });
    natural = picture;
    current = drawFlow(context, picture);
    stage.replaceChildren(current.element);
    pointing(context, network, current, facts);
    open();
  };
  const button = (name: 'plus' | 'minus', label: string, act: () => void): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: 'button icon-button',
        'aria-label': label,
        title: label,
        onclick: act,
      },
      icon(name),
    );
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'button',
      onclick: () => {
        cap = cap === COLUMN_CAP ? Number.MAX_SAFE_INTEGER : COLUMN_CAP;
        toggle.textContent = t(cap === COLUMN_CAP ? 'showAll' : 'showGrouped');
        redraw();
      },
    },
    t('showAll'),
  );
  const tools = h(
    'div',
    { class: 'tools' },
    button('plus', t('zoomIn'), () => applyZoom(zoom * ZOOM_STEP)),
    button('minus', t('zoomOut'), () => applyZoom(zoom / ZOOM_STEP)),
    h('button', { type: 'button', class: 'button', onclick: () => whole(0.2) }, t('zoomFit')),
    !everyone && toggle,
  );
  stage.addEventListener('keydown', (event) => {
    if (event.key === '+' || event.key === '=') applyZoom(zoom * ZOOM_STEP);
    else if (event.key === '-') applyZoom(zoom / ZOOM_STEP);
    else if (event.key === '0') whole(0.2);
    else return;
    event.preventDefault();
  });
  dragToScroll(stage);
  redraw();
  requestAnimationFrame(open);
  return h(
    'section',
    { class: 'flow-section' },
    h('div', { class: 'section-head' }, h('h2', {}, t('flow')), tools),
    h('p', { class: 'muted help' }, t(context.hasScores ? 'flowHelp' : 'flowHelpPlain')),
    h('div', { class: 'flow-pane' }, stage, thin, facts),
  );
}

/** What the stage can show of its picture at once; before it stands in the document, all of it. */
function roomOf(
  stage: HTMLElement,
  natural: { width: number; height: number },
): { width: number; height: number } {
  if (stage.clientWidth === 0) return natural;
  const { paddingLeft, paddingTop, maxHeight } = getComputedStyle(stage);
  const most = Number.parseFloat(maxHeight);
  return {
    width: stage.clientWidth - 2 * Number.parseFloat(paddingLeft),
    height: (most > 0 ? most : stage.clientHeight) - 2 * Number.parseFloat(paddingTop),
  };
}

/** Everyone asked for is everyone drawn, however many ribbons that takes. */
function grouped(network: FlowNetwork, cap: number): Thinned {
  const graph = groupFlows(network, cap);
  return cap === COLUMN_CAP ? thinOut(graph) : { graph, hidden: { count: 0, amountMinor: 0 } };
}

/** What is pointed at, or has the focus, is lit with all the money before and after it. */
function pointing(
  context: FlowContext,
  network: FlowNetwork,
  drawing: Drawing,
  facts: HTMLElement,
): void {
  const { element, cards, ribbons } = drawing;
  const rest = (): void => {
    element.classList.remove('pointed');
    for (const drawn of [...cards.values(), ...ribbons.values()]) drawn.classList.remove('lit');
    facts.replaceChildren(...legend(context, network));
  };
  const light = (lit: ReadonlySet<unknown>): void => {
    element.classList.add('pointed');
    for (const [group, drawn] of cards) drawn.classList.toggle('lit', lit.has(group));
    for (const [ribbon, drawn] of ribbons) drawn.classList.toggle('lit', lit.has(ribbon));
  };
  const all = [...ribbons.keys()];
  const open = (group: FlowGroup): void => {
    if (group.members.length === 1) context.open(group.members[0].account);
  };
  for (const [group, drawn] of cards) {
    const point = (): void => {
      light(trail(group, all));
      facts.replaceChildren(...groupFacts(context, group, all));
    };
    // A title and not a label: it names the card whole where the drawn text had to be cut.
    drawn.prepend(svg('title', {}, spoken(context, group)));
    drawn.addEventListener('pointerenter', point);
    drawn.addEventListener('focus', point);
    drawn.addEventListener('click', () => {
      drawn.focus();
      open(group);
    });
    drawn.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        open(group);
      } else if (event.key === 'Escape') rest();
    });
  }
  for (const [ribbon, drawn] of ribbons)
    drawn.addEventListener('pointerenter', () => {
      light(new Set<unknown>([ribbon, ribbon.edge.from, ribbon.edge.to]));
      facts.replaceChildren(...ribbonFacts(context, ribbon));
    });
  element.addEventListener('pointerleave', rest);
  roving(element, cards);
  rest();
}

/** Everything upstream and downstream of a card. */
function trail(start: FlowGroup, ribbons: readonly PlacedRibbon[]): Set<unknown> {
  const lit = new Set<unknown>([start]);
  for (const [near, far] of [
    ['from', 'to'],
    ['to', 'from'],
  ] as const) {
    const queue = [start];
    const seen = new Set(queue);
    for (let group = queue.pop(); group !== undefined; group = queue.pop())
      for (const ribbon of ribbons) {
        if (ribbon.edge[near] !== group) continue;
        lit.add(ribbon);
        const next = ribbon.edge[far];
        lit.add(next);
        if (!seen.has(next)) queue.push(next);
        seen.add(next);
      }
  }
  return lit;
}

function spoken(context: FlowContext, group: FlowGroup): string {
  const { t, format, words, roles } = context;
  const { members, role, inMinor, outMinor } = group;
  const who =
    members.length === 1
      ? `${words(roles[role].one)} ${context.nameOf(members[0].account)}`
      : `${words(roles[role].many)}: ${members.length}`;
  return `${who}. ${t('came')} ${format.money(inMinor)}. ${t('left')} ${format.money(outMinor)}.`;
}

/** One stop for Tab; arrow keys go up and down a column and to the nearest card of the next. */
function roving(element: SVGSVGElement, cards: ReadonlyMap<FlowGroup, SVGGElement>): void {
  const list = [...cards].map(([group, drawn]) => ({
    drawn,
    column: group.column,
    y: Number(drawn.querySelector('.card-box')?.getAttribute('y') ?? 0),
  }));
  list.sort((a, b) => a.column - b.column || a.y - b.y);
  list[0]?.drawn.setAttribute('tabindex', '0');
  element.addEventListener('keydown', (event) => {
    const here = list.find(({ drawn }) => drawn === document.activeElement);
    if (here === undefined) return;
    const nearest = (column: number) =>
      list
        .filter((one) => one.column === column)
        .sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0];
    const column = list.filter((one) => one.column === here.column);
    const place = column.indexOf(here);
    const next = {
      ArrowLeft: nearest(here.column - 1),
      ArrowRight: nearest(here.column + 1),
      ArrowUp: column[place - 1],
      ArrowDown: column[place + 1],
      Home: list[0],
      End: list[list.length - 1],
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    here.drawn.setAttribute('tabindex', '-1');
    next.drawn.setAttribute('tabindex', '0');
    next.drawn.focus();
  });
}

/** A mouse can take the picture and move it; touch and trackpad scroll it as they scroll anything. */
function dragToScroll(stage: HTMLElement): void {
  let start: { x: number; y: number; left: number; top: number } | null = null;
  stage.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    if (event.target instanceof Element && event.target.closest('.card') !== null) return;
    start = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop };
    stage.setPointerCapture(event.pointerId);
    stage.classList.add('dragged');
  });
  stage.addEventListener('pointermove', (event) => {
    if (start === null) return;
    stage.scrollLeft = start.left - (event.clientX - start.x);
    stage.scrollTop = start.top - (event.clientY - start.y);
  });
  const end = (): void => {
    start = null;
    stage.classList.remove('dragged');
  };
  stage.addEventListener('pointerup', end);
  stage.addEventListener('pointercancel', end);
}

/** For paper: the picture as it is, no wider than a page. */
export function flowForPaper(context: FlowContext, network: FlowNetwork): SVGSVGElement {
  const picture = layoutFlow(grouped(network, COLUMN_CAP).graph, PAPER_ROOM);
  const { element } = drawFlow(context, picture);
  element.removeAttribute('height');
  element.setAttribute('width', '100%');
  element.style.maxWidth = `${picture.width}px`;
  return element;
}
