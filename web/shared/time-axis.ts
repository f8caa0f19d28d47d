/** A time axis that spends its width on what happened: long pauses are drawn as short breaks. */
export interface TimeAxis {
  /** Pixel of a moment; never falls as time goes on. */
  x: (at: number) => number;
  /** Middle of each pause that was cut short, and how long it lasted. */
  breaks: { x: number; pausedMs: number }[];
  /** Moments worth a label, at least `LABEL_WIDTH` apart. */
  ticks: number[];
}

const LABEL_WIDTH = 96;
const BREAK_WIDTH = 44;
/** A pause is cut when it is longer than this share of the time that is left after cutting longer ones. */
const LONG_PAUSE = 0.3;
const MOST_BREAKS = 4;

/** @param moments every moment that is drawn, at least one; @param width pixels */
export function createTimeAxis(moments: readonly number[], width: number): TimeAxis {
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  const whole = Math.max(1, last - first);
  const pauses = longPauses(sorted, whole);
  // Without anything between the pauses there is nothing to give the width to.
  const active = whole - pauses.reduce((sum, pause) => sum + pause.length, 0);
  const breaks = active <= 0 ? [] : pauses.sort((a, b) => a.from - b.from);
  const scale =
    breaks.length === 0 ? width / whole : (width - breaks.length * BREAK_WIDTH) / active;
  const x = (at: number): number => {
    let position = 0;
    let from = first;
    for (const pause of breaks) {
      if (at <= pause.from) break;
      position += (pause.from - from) * scale;
      if (at < pause.to)
        return position + (BREAK_WIDTH * (at - pause.from)) / (pause.to - pause.from);
      position += BREAK_WIDTH;
      from = pause.to;
    }
    return position + (at - from) * scale;
  };
  return {
    x,
    breaks: breaks.map((pause) => ({
      x: x(pause.from) + BREAK_WIDTH / 2,
      pausedMs: pause.length,
    })),
    ticks: ticksOf(sorted, x, width),
  };
}

interface Pause {
  from: number;
  to: number;
  length: number;
}

function longPauses(sorted: readonly number[], whole: number): Pause[] {
  const pauses = sorted
    .slice(1)
    .map((to, i): Pause => ({ from: sorted[i], to, length: to - sorted[i] }))
    .sort((a, b) => b.length - a.length || a.from - b.from);
  let left = whole;
  const long: Pause[] = [];
  for (const pause of pauses.slice(0, MOST_BREAKS)) {
    if (pause.length <= left * LONG_PAUSE) break;
    long.push(pause);
    left -= pause.length;
  }
  return long;
}

/** Moments of real events, so that a label never names a time at which nothing happened. */
function ticksOf(sorted: readonly number[], x: (at: number) => number, width: number): number[] {
  const ticks: number[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const at of sorted) {
    const place = x(at);
    if (place < free || place > width - LABEL_WIDTH / 2) continue;
    ticks.push(at);
    free = place + LABEL_WIDTH;
  }
  return ticks.length > 0 ? ticks : sorted.slice(0, 1);
}
