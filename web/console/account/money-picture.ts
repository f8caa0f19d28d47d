import { createTimeAxis, type TimeAxis } from '../../shared/time-axis.ts';
import type { TimelineItem } from '../api.ts';
import { inOrder, moneySteps } from './money-steps.ts';

/** Where everything of the picture of an account's money stands, in CSS pixels. */
export interface MoneyPicture {
  readonly width: number;
  readonly height: number;
  /** Height of the axis: above it money came, below it left. */
  readonly axisY: number;
  readonly axis: TimeAxis;
  readonly bars: readonly MoneyBar[];
  /** Transfers that the program noticed, each with its sign on top. */
  readonly marks: readonly MoneyBar[];
  /** Outline of what is left, for the attribute d. */
  readonly steps: string;
  /** Sums worth a line across, at most three each way. */
  readonly lines: readonly { readonly minor: number; readonly y: number }[];
}

export interface MoneyBar {
  readonly item: TimelineItem;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export const LEFT = 84;
export const RIGHT = 16;
export const MARKS_Y = 30;
const TOP = 48;
const BOTTOM = 26;
const MONEY_HEIGHT = 210;
/** Lines across are at least so far from each other, and from the axis. */
const LINE_SPACE = 18;
const THINNEST = 3;
export const BAR_WIDTH = 5;

/** @param items of one account, at least one, in any order; @param width CSS pixels */
export function moneyPicture(items: readonly TimelineItem[], width: number): MoneyPicture {
  const moves = inOrder(items);
  const steps = moneySteps(moves);
  const most = (direction: 'in' | 'out'): number =>
    Math.max(0, ...moves.filter((m) => m.direction === direction).map((m) => m.amountMinor));
  const up = Math.max(most('in'), ...steps.map(({ minor }) => minor));
  const down = most('out');
  const scale = MONEY_HEIGHT / Math.max(1, up + down);
  const axisY = TOP + up * scale;
  const axis = createTimeAxis(
    moves.map(({ at }) => at),
    width - LEFT - RIGHT,
  );
  const x = (at: number): number => LEFT + axis.x(at);
  const bars = moves.map((item): MoneyBar => {
    const height = Math.max(THINNEST, item.amountMinor * scale);
    const y = item.direction === 'in' ? axisY - height : axisY;
    return { item, x: x(item.at), y, height };
  });
  return {
    width,
    height: TOP + MONEY_HEIGHT + BOTTOM,
    axisY,
    axis,
    bars,
    marks: bars.filter(({ item }) => item.verdict !== 'allow'),
    steps: outline(
      steps.map(({ at, minor }) => [x(at), axisY - minor * scale]),
      axisY,
      width - RIGHT,
    ),
    lines: [
      ...ticks(up, scale).map((minor) => ({ minor, y: axisY - minor * scale })),
      ...ticks(down, scale).map((minor) => ({ minor, y: axisY + minor * scale })),
    ],
  };
}

/** From step to step: the sum stays until the next transfer. */
function outline(points: readonly (readonly [number, number])[], axisY: number, end: number) {
  const n = (value: number): string => String(Math.round(value * 10) / 10);
  let path = `M${n(points[0][0])},${n(axisY)}`;
  for (const [x, y] of points) path += `H${n(x)}V${n(y)}`;
  return `${path}H${n(end)}V${n(axisY)}Z`;
}

/** One or two round sums up to `most`; a line at every small sum would only be in the way. */
function ticks(most: number, scale: number): number[] {
  if (most <= 0) return [];
  const size = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].map((n) => n * size).find((one) => one <= most) ?? size;
  if (step * scale < LINE_SPACE) return [];
  return most >= 2 * step ? [step, 2 * step] : [step];
}
