import type { LessonPlan } from '../../../academy/lesson.ts';
import type { Language } from '../../../domain/language.ts';
import { MATERIAL_WORDS as W } from './material-words.ts';
import type { PrintPlace } from './print-place.ts';
import { ACCENT, ACCENT_SOFT, INK, MUTED, PAGE, PAPER, Sheet } from './sheet.ts';

const MARGIN = 46;
const WIDTH = PAGE.width - 2 * MARGIN;
const BOTTOM = PAGE.height - 56;
const CODE_SIZE = 86;
/** Column of the minutes. */
const CLOCK = 76;
const STEP_X = MARGIN + CLOCK;
const STEP_WIDTH = WIDTH - CLOCK;
const LABEL = 58;
const SIZE = 9.6;
/** Size of the head of a step. */
const TITLE_SIZE = 11;
const LINE_GAP = 1.6;
/** How tightly steps may be set so that a short lesson stays on one page; the small print is 8.3 points then. */
const TIGHTNESS = [1, 0.96, 0.92, 0.88, 0.86] as const;

/** A lesson on one or two pages: what it is for, what is needed, and minute by minute what to say and do. */
export function writeLesson(
  plan: LessonPlan,
  { language, address, madeAt }: PrintPlace,
): Promise<Buffer> {
  const sheet = new Sheet(plan.title[language], language, madeAt);
  const writer = new LessonWriter(sheet, plan, language);
  writer.head(address);
  writer.line();
  writer.steps();
  writer.notes();
  writer.feet(address);
  return sheet.end();
}

class LessonWriter {
  readonly #sheet: Sheet;
  readonly #plan: LessonPlan;
  readonly #language: Language;
  #y = 0;
  /** Of sizes and gaps in steps. */
  #scale = 1;

  constructor(sheet: Sheet, plan: LessonPlan, language: Language) {
    this.#sheet = sheet;
    this.#plan = plan;
    this.#language = language;
  }

  head(address: string | undefined): void {
    const sheet = this.#sheet;
    const language = this.#language;
    const { title, aim, needs, minutes } = this.#plan;
    sheet.mark(MARGIN, 34, 20, ACCENT);
    sheet.write('Qorgan', { font: 'bold', size: 12, x: MARGIN + 26, y: 38, width: 100 });
    sheet.write(`${W.lessonPlan[language]} · ${this.#minutes(minutes)}`, {
      ...{ size: 10, colour: MUTED, align: 'right' as const },
      ...{ x: MARGIN + 150, y: 39, width: WIDTH - 150 },
    });
    this.#y = 74;
    const width = address === undefined ? WIDTH : WIDTH - CODE_SIZE - 24;
    this.#y += sheet.write(title[language], {
      ...{ font: 'bold' as const, size: 19, lineGap: 2 },
      ...{ x: MARGIN, y: this.#y, width },
    });
    this.#y += 8;
    this.#y += sheet.write(`${W.aim[language]}: ${aim[language]}`, {
      ...{ size: 10.5, lineGap: 2, x: MARGIN, y: this.#y, width },
    });
    this.#y += 8;
    this.#y += sheet.write(W.needs[language], {
      ...{ font: 'bold' as const, size: SIZE, x: MARGIN, y: this.#y, width },
    });
    for (const need of needs) {
      this.#y += 3;
      sheet.pdf.circle(MARGIN + 4, this.#y + 6, 1.8).fill(ACCENT);
      this.#y += sheet.write(need[language], {
        ...{ size: SIZE, x: MARGIN + 13, y: this.#y, width: width - 13 },
      });
    }
    if (address === undefined) return;
    const x = MARGIN + WIDTH - CODE_SIZE;
    sheet.code(address, x, 70, CODE_SIZE);
    const below = 70 + CODE_SIZE + 2;
    const height = sheet.write(W.toClass[language], {
      ...{ size: 7.6, colour: MUTED, align: 'center' as const },
      ...{ x: x - 8, y: below, width: CODE_SIZE + 16 },
    });
    this.#y = Math.max(this.#y, below + height);
  }

  /** The whole lesson as one line, each step as wide as it is long. */
  line(): void {
    this.#y += 14;
    let x = MARGIN;
    for (const [i, step] of this.#plan.steps.entries()) {
      const width = (step.minutes / this.#plan.minutes) * WIDTH;
      const isDark = i % 2 === 0;
      this.#sheet.box(x, this.#y, width - 2, 20, {
        fill: isDark ? ACCENT : ACCENT_SOFT,
        radius: 4,
      });
      this.#sheet.write(String(step.minutes), {
        ...{ font: 'bold' as const, size: 9, align: 'center' as const },
        ...{ colour: isDark ? '#ffffff' : INK, x, y: this.#y + 4.6, width: width - 2 },
      });
      x += width;
    }
    this.#y += 34;
  }

  steps(): void {
    this.#scale = TIGHTNESS.find((scale) => this.#endAt(scale) <= BOTTOM) ?? 1;
    let from = 0;
    for (const step of this.#plan.steps) {
      const height = this.#stepHeight(step);
      if (this.#y + height > BOTTOM) this.#next();
      this.#step(step, from, height);
      from += step.minutes;
      this.#y += height + this.#gap;
    }
  }

  /** Where the steps would end on this page. */
  #endAt(scale: number): number {
    this.#scale = scale;
    return this.#plan.steps.reduce((y, step) => y + this.#stepHeight(step) + this.#gap, this.#y);
  }

  get #pad(): number {
    return 10 * this.#scale;
  }

  get #gap(): number {
    return 8 * this.#scale;
  }

  /** Where much of the last page is left, it has lines to write on. */
  notes(): void {
    if (BOTTOM - this.#y < 150) return;
    this.#y += 18;
    this.#y += this.#sheet.write(W.notes[this.#language], {
      ...{ font: 'bold' as const, size: TITLE_SIZE, x: MARGIN, y: this.#y, width: WIDTH },
    });
    for (let y = this.#y + 28; y < BOTTOM - 6; y += 28) this.#sheet.rule(MARGIN, y, WIDTH);
  }

  #step(step: LessonPlan['steps'][number], from: number, height: number): void {
    const sheet = this.#sheet;
    const language = this.#language;
    sheet.box(MARGIN, this.#y, WIDTH, height, { fill: PAPER, radius: 8 });
    sheet.box(MARGIN, this.#y, 4, height, { fill: ACCENT, radius: 2 });
    sheet.write(`${from}–${from + step.minutes}`, {
      ...{ font: 'bold' as const, size: 14, colour: ACCENT },
      ...{ x: MARGIN + 12, y: this.#y + this.#pad - 1, width: CLOCK - 14 },
    });
    sheet.write(this.#minutes(step.minutes), {
      ...{ size: 7.6, colour: MUTED },
      ...{ x: MARGIN + 12, y: this.#y + this.#pad + 17, width: CLOCK - 14 },
    });
    let y = this.#y + this.#pad;
    y += sheet.write(step.title[language], {
      ...{
        font: 'bold' as const,
        size: TITLE_SIZE * this.#scale,
        x: STEP_X,
        y,
        width: STEP_WIDTH - this.#pad,
      },
    });
    for (const [label, text, font] of this.#parts(step)) {
      y += this.#pad / 2;
      sheet.write(label, {
        ...{ size: 8, colour: MUTED, x: STEP_X, y: y + 1.2, width: LABEL - 4 },
      });
      y += sheet.write(text, this.#place(y, font));
    }
  }

  #parts(step: LessonPlan['steps'][number]) {
    const language = this.#language;
    return [
      [W.says[language], step.says[language], 'italic'],
      [W.does[language], step.does[language], 'plain'],
    ] as const;
  }

  #place(y: number, font: 'italic' | 'plain') {
    const width = STEP_WIDTH - LABEL - this.#pad;
    return {
      font,
      size: SIZE * this.#scale,
      lineGap: LINE_GAP * this.#scale,
      x: STEP_X + LABEL,
      y,
      width,
    };
  }

  #stepHeight(step: LessonPlan['steps'][number]): number {
    const { title } = step;
    const head = this.#sheet.height(title[this.#language], {
      ...{ font: 'bold' as const, size: TITLE_SIZE * this.#scale, width: STEP_WIDTH - this.#pad },
    });
    const parts = this.#parts(step).map(
      ([, text, font]) => this.#pad / 2 + this.#sheet.height(text, this.#place(0, font)),
    );
    return Math.max(2 * this.#pad + head + parts.reduce((sum, part) => sum + part, 0), 44);
  }

  #next(): void {
    this.#sheet.pdf.addPage();
    this.#y = 46;
  }

  #minutes(minutes: number): string {
    return W.minutes[this.#language].replace('{minutes}', String(minutes));
  }

  feet(address: string | undefined): void {
    const { pdf } = this.#sheet;
    const { count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      pdf.switchToPage(page);
      const y = PAGE.height - 40;
      this.#sheet.rule(MARGIN, y - 6, WIDTH);
      const text = W.page[this.#language]
        .replace('{page}', String(page + 1))
        .replace('{pages}', String(count));
      const plain = { size: 8, colour: MUTED, x: MARGIN, y, width: WIDTH };
      this.#sheet.write(text, { ...plain, align: 'right' });
      if (address !== undefined) this.#sheet.write(shownAddress(address), plain);
    }
  }
}

/** An address as people read it. */
export const shownAddress = (address: string): string =>
  address.replace(/^https?:\/\//, '').replace(/\?.*$/, '');
