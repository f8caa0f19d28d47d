import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Language } from '../../../domain/language.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** The portal's own colours, as they print. */
export const INK = '#25221c';
export const MUTED = '#655e51';
const RULE = '#e4dbc9';
export const PAPER = '#faf6ee';
export const ACCENT = '#0a6b66';
export const ACCENT_SOFT = '#dff0ec';
export const WARM = '#a84f0c';

/** DejaVu Sans has every letter of Russian and Kazakh, and the sign of the tenge. */
const fontPath = (name: string): string =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
const FONTS = {
  plain: fontPath('DejaVuSans'),
  bold: fontPath('DejaVuSans-Bold'),
  italic: fontPath('DejaVuSans-Oblique'),
  narrow: fontPath('DejaVuSansCondensed-Bold'),
} as const;
export type Font = keyof typeof FONTS;

export interface Words {
  readonly font?: Font;
  readonly size: number;
  readonly colour?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly lineGap?: number;
}

/** A text is longer than the place that is left for it. */
export class TooLong extends Error {
  readonly text: string;

  constructor(text: string) {
    super(`does not fit: ${text}`);
    this.name = 'TooLong';
    this.text = text;
  }
}

/** Pages of paper. Whatever is drawn says where; nothing flows by itself. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly #done: Promise<Buffer>;

  constructor(title: string, language: Language, madeAt: number) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: language,
      displayTitle: true,
      info: {
        Title: title,
        Author: 'Qorgan',
        Producer: 'Qorgan',
        Creator: 'Qorgan',
        CreationDate: new Date(madeAt),
        ModDate: new Date(madeAt),
      },
    });
    for (const [name, path] of Object.entries(FONTS)) this.pdf.registerFont(name, path);
    const parts: Uint8Array[] = [];
    this.#done = new Promise((resolve, reject) => {
      this.pdf.on('data', (part: Uint8Array) => parts.push(part));
      this.pdf.on('end', () => resolve(Buffer.concat(parts)));
      this.pdf.on('error', reject);
    });
  }

  /** @returns the height of what was written */
  write(text: string, words: Words): number {
    const height = this.height(text, words);
    if (words.y + height > PAGE.height) throw new TooLong(text);
    const { x, y, width, align = 'left', lineGap = 0, colour = INK } = words;
    this.pdf.fillColor(colour).text(text, x, y, { width, align, lineGap });
    return height;
  }

  height(
    text: string,
    {
      font = 'plain',
      size,
      width,
      lineGap = 0,
    }: Pick<Words, 'font' | 'size' | 'width' | 'lineGap'>,
  ): number {
    return this.pdf.font(font).fontSize(size).heightOfString(text, { width, lineGap });
  }

  /**
   * The largest size at which a text stands in a box with none of its words broken. Throws TooLong where even the smallest is too large:
   * a text that does not fit is found before it is printed.
   */
  fit(
    text: string,
    box: { readonly width: number; readonly height: number; readonly lineGap?: number },
    { font, from, to }: { readonly font: Font; readonly from: number; readonly to: number },
  ): number {
    for (let size = from; size >= to; size -= 0.5) {
      this.pdf.font(font).fontSize(size);
      const widest = Math.max(...text.split(/\s+/).map((word) => this.pdf.widthOfString(word)));
      if (widest > box.width) continue;
      if (this.height(text, { font, size, ...box }) <= box.height) return size;
    }
    throw new TooLong(text);
  }

  box(
    x: number,
    y: number,
    width: number,
    height: number,
    { fill, radius = 0 }: { readonly fill: string; readonly radius?: number },
  ): void {
    this.pdf.roundedRect(x, y, width, height, radius).fill(fill);
  }

  rule(x: number, y: number, width: number, colour: string = RULE): void {
    this.pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.8)
      .strokeColor(colour)
      .stroke();
  }

  /** The mark of a bulwark. */
  mark(x: number, y: number, size: number, colour: string): void {
    this.pdf
      .save()
      .translate(x, y)
      .scale(size / 24)
      .path('M2 21V6h4v3h4V6h4v3h4V6h4v15h-7v-5a3 3 0 0 0-6 0v5z')
      .fill(colour)
      .restore();
  }

  /** A code for cameras, on white with the quiet ground that readers want (ISO/IEC 18004: four modules). */
  code(address: string, x: number, y: number, size: number): void {
    const { data, size: modules } = encode(address, { ecc: 'M', border: 4 });
    this.box(x, y, size, size, { fill: '#ffffff', radius: size * 0.06 });
    const one = size / modules;
    // A hair wider than a module: no light shows between two of them.
    for (const [row, line] of data.entries())
      for (const [column, isDark] of line.entries())
        if (isDark) this.pdf.rect(x + column * one, y + row * one, one + 0.05, one + 0.05);
    this.pdf.fill('#000000');
  }

  end(): Promise<Buffer> {
    this.pdf.end();
    return this.#done;
  }
}
