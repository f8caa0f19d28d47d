import type { Language } from '../domain/language.ts';

/** Where the bar is drawn: standard error in the program. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressOptions {
  readonly stream: ProgressStream;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly language: Language;
  /** Bytes to be read in all. */
  readonly totalBytes: number;
}

/** Least time between two drawings. */
const REDRAW_MS = 100;
/** Speed is that of the last so many ms, so that the time left follows what happens now. */
const SPEED_OVER_MS = 10_000;
const BAR_CELLS = 24;

const ROWS_PER_SECOND = { ru: 'строк/с', kk: 'жол/с', en: 'rows/s' } as const;
const LEFT = { ru: 'осталось', kk: 'қалды', en: 'left' } as const;

/**
 * A line that shows how much of the input is read, how fast and how long it will take. Draws on a terminal only and
 * is silent elsewhere, so output to files and pipes stays clean.
 */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #marks: { at: number; bytes: number; rows: number }[];
  #bytes = 0;
  #rows = 0;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isDrawn = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#marks = [{ at: options.now(), bytes: 0, rows: 0 }];
  }

  /** Counts input that was read; draws at most ten times a second. */
  advance(bytes: number, rows: number): void {
    this.#bytes += bytes;
    this.#rows += rows;
    if (this.#options.stream.isTTY !== true) return;
    const at = this.#options.now();
    if (at - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = at;
    this.#marks.push({ at, bytes: this.#bytes, rows: this.#rows });
    while (this.#marks.length > 2 && at - (this.#marks[1]?.at ?? at) > SPEED_OVER_MS)
      this.#marks.shift();
    this.#draw(at);
  }

  /** Wipes the line away, so that what is printed next starts clean. */
  end(): void {
    if (this.#isDrawn) this.#options.stream.write('\r\u001b[2K');
    this.#isDrawn = false;
  }

  #draw(at: number): void {
    const { stream, language, totalBytes } = this.#options;
    const share = totalBytes > 0 ? Math.min(this.#bytes / totalBytes, 1) : 0;
    const full = Math.round(share * BAR_CELLS);
    const bar = '█'.repeat(full) + '░'.repeat(BAR_CELLS - full);
    const from = this.#marks[0];
    const seconds = from ? (at - from.at) / 1000 : 0;
    const parts = [`${bar} ${Math.floor(share * 100)} %`];
    if (from && seconds > 0) {
      const rows = Math.round((this.#rows - from.rows) / seconds);
      parts.push(`${grouped(rows)} ${ROWS_PER_SECOND[language]}`);
      const speed = (this.#bytes - from.bytes) / seconds;
      if (speed > 0 && share < 1)
        parts.push(`${LEFT[language]} ${clock((totalBytes - this.#bytes) / speed)}`);
    }
    const line = parts.join('  ').slice(0, (stream.columns ?? 80) - 1);
    stream.write(`\r\u001b[2K${line}`);
    this.#isDrawn = true;
  }
}

/** 1234567 -> '1 234 567' with narrow spaces that do not break. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** Seconds as m:ss or h:mm:ss. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
