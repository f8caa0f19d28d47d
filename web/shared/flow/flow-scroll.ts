import type { FlowPicture, PlacedCard } from './flow-layout.ts';

/** Part of a picture that should be seen, in its own pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Of the ribbons that come in from the left something stays in sight. */
const LEAD_IN = 40;

/**
 * What to look at first where a picture is larger than its stage: the cards that money passed through; where the stage
 * cannot hold them all, from the first column of them on, and at the height where it holds the most of their money.
 *
 * @param room what the stage can hold, in pixels of the picture
 */
export function firstSight(picture: FlowPicture, room: { width: number; height: number }): Box {
  const workers = picture.cards.filter(({ group }) => group.role !== 'victim');
  const seen = workers.length > 0 ? workers : picture.cards;
  const all = around(seen);
  const wide = all.width + 2 * LEAD_IN <= room.width;
  const [x, width] = wide ? [all.x, all.width] : [all.x - LEAD_IN, room.width];
  if (all.height <= room.height) return { ...all, x, width };
  const { y, height } = richest(
    seen.filter((card) => card.x + card.width <= x + width),
    room.height,
  );
  return { x, y, width, height };
}

/** The cards with the most money that stand within `height` of each other. */
function richest(cards: readonly PlacedCard[], height: number): Box {
  const money = (list: readonly PlacedCard[]): number =>
    list.reduce((sum, card) => sum + moved(card), 0);
  const windows = cards.map((top) =>
    cards.filter(
      (card) => card === top || (card.y >= top.y && card.y + card.height <= top.y + height),
    ),
  );
  const [best = []] = windows.sort((a, b) => money(b) - money(a));
  return around(best);
}

const moved = ({ group }: PlacedCard): number => Math.max(group.inMinor, group.outMinor);

function around(cards: readonly PlacedCard[]): Box {
  if (cards.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...cards.map((card) => card.x));
  const y = Math.min(...cards.map((card) => card.y));
  return {
    x,
    y,
    width: Math.max(...cards.map((card) => card.x + card.width)) - x,
    height: Math.max(...cards.map((card) => card.y + card.height)) - y,
  };
}
