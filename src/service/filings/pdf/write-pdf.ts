import PDFDocument from 'pdfkit';
import type { FilingPage, PageLine, PageSection } from './filing-page.ts';
import { BOLD_FONT, PLAIN_FONT } from './fonts.ts';
import { PAGE_WORDS } from './page-words.ts';

/** A4 in points, with room for a head and a foot on every page. */
const MARGIN = 48;
const HEAD = 34;
const WIDTH = 595.28 - 2 * MARGIN;
const BOTTOM = 841.89 - MARGIN - 18;
const TOP = MARGIN + HEAD;
const NUMBER_WIDTH = 62;
const TITLE_WIDTH = 168;
const GAP = 8;
const VALUE_WIDTH = WIDTH - NUMBER_WIDTH - TITLE_WIDTH - 2 * GAP;
const SIZE = 9;
const GREY = '#555555';
const RULE = '#c9c9c9';

/** Writes the page as a PDF: long values wrap and go on overleaf, and each page says what it is of. The same page, the same bytes. */
export function writeFilingPdf(page: FilingPage, madeAt: number): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: TOP, bottom: 0, left: MARGIN, right: MARGIN },
    bufferPages: true,
    info: {
      Title: `${page.number} ${page.state}`,
      Producer: 'Qorgan',
      Creator: 'Qorgan',
      CreationDate: new Date(madeAt),
      ModDate: new Date(madeAt),
    },
    lang: page.language,
  });
  document.registerFont('plain', PLAIN_FONT).registerFont('bold', BOLD_FONT);
  const parts: Uint8Array[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
  new Writer(document, page).write();
  document.end();
  return done;
}

class Writer {
  readonly #document: PDFKit.PDFDocument;
  readonly #page: FilingPage;
  #y = TOP;

  constructor(document: PDFKit.PDFDocument, page: FilingPage) {
    this.#document = document;
    this.#page = page;
  }

  write(): void {
    this.#words(this.#page.title, 'bold', 13, 6);
    for (const line of this.#page.head) this.#line(line);
    for (const section of this.#page.sections) this.#section(section);
    this.#y += 8;
    for (const note of this.#page.notes) this.#words(note, 'plain', 8, 2, GREY);
    this.#heads();
  }

  #section({ title, lines }: PageSection): void {
    // A title does not stand alone at the foot of a page.
    if (this.#y + 60 > BOTTOM) this.#next();
    this.#y += 10;
    this.#words(title, 'bold', 11, 3);
    this.#rule(this.#y - 1);
    const { language } = this.#page;
    if (lines.length === 0) this.#words(PAGE_WORDS.empty[language], 'plain', SIZE, 3, GREY);
    for (const line of lines) this.#line(line);
  }

  #line({ field, title, value }: PageLine): void {
    const pieces = this.#pieces(value);
    for (const [i, piece] of pieces.entries()) {
      const height = Math.max(
        this.#height(piece, 'plain', VALUE_WIDTH),
        i === 0 ? this.#height(title, 'plain', TITLE_WIDTH) : 0,
        i === 0 ? this.#height(field, 'plain', NUMBER_WIDTH) : 0,
      );
      if (this.#y + height > BOTTOM) this.#next();
      if (i === 0) {
        this.#text(field, MARGIN, NUMBER_WIDTH, GREY);
        this.#text(title, MARGIN + NUMBER_WIDTH + GAP, TITLE_WIDTH, GREY);
      }
      this.#text(piece, MARGIN + NUMBER_WIDTH + TITLE_WIDTH + 2 * GAP, VALUE_WIDTH, '#000000');
      this.#y += height + 3;
    }
  }

  /** A value that is taller than a third of a page goes on in pieces; words are cut only where they are wider than the column. */
  #pieces(value: string): string[] {
    const most = (BOTTOM - TOP) / 3;
    const words = broken(value).split(/(?<=\s)/);
    const pieces: string[] = [];
    let piece = '';
    for (const word of words) {
      if (piece !== '' && this.#height(piece + word, 'plain', VALUE_WIDTH) > most) {
        pieces.push(piece.trimEnd());
        piece = '';
      }
      piece += word;
    }
    return [...pieces, piece.trimEnd()];
  }

  #text(text: string, x: number, width: number, colour: string): void {
    this.#document
      .font('plain')
      .fontSize(SIZE)
      .fillColor(colour)
      .text(broken(text), x, this.#y, { width, lineBreak: true });
  }

  #words(
    text: string,
    font: 'plain' | 'bold',
    size: number,
    after: number,
    colour = '#000000',
  ): void {
    this.#document.font(font).fontSize(size);
    const height = this.#document.heightOfString(text, { width: WIDTH });
    if (this.#y + height > BOTTOM) this.#next();
    this.#document.font(font).fontSize(size).fillColor(colour);
    this.#document.text(text, MARGIN, this.#y, { width: WIDTH });
    this.#y += height + after;
  }

  #height(text: string, font: 'plain' | 'bold', width: number): number {
    return this.#document.font(font).fontSize(SIZE).heightOfString(broken(text), { width });
  }

  #rule(y: number): void {
    this.#document
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + WIDTH, y)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke();
    this.#y += 4;
  }

  #next(): void {
    this.#document.addPage();
    this.#y = TOP;
  }

  /** Number, state and place on every page: one that is lost can be put back. */
  #heads(): void {
    const { number, state, language } = this.#page;
    const { start, count } = this.#document.bufferedPageRange();
    for (let i = 0; i < count; i++) {
      this.#document.switchToPage(start + i);
      const of = PAGE_WORDS.page[language]
        .replace('{page}', String(i + 1))
        .replace('{pages}', String(count));
      this.#document.font('bold').fontSize(SIZE).fillColor('#000000');
      this.#document.text(`ФМ-1 · ${PAGE_WORDS.number[language]}: ${number}`, MARGIN, MARGIN - 6, {
        width: WIDTH / 2,
      });
      this.#document.text(state, MARGIN + WIDTH / 2, MARGIN - 6, {
        width: WIDTH / 2,
        align: 'right',
      });
      this.#rule(MARGIN + 12);
      this.#document.font('plain').fontSize(8).fillColor(GREY);
      this.#document.text(of, MARGIN, BOTTOM + 8, { width: WIDTH, align: 'right' });
    }
  }
}

/** Letters of one word that fit the narrowest column. */
const WORD_MOST = 28;

/** A word that is wider than its column would be cut at its edge: a place to break is put into it. */
const broken = (text: string): string =>
  text.replace(new RegExp(`(\\S{${WORD_MOST}})(?=\\S)`, 'gu'), '$1\u200b');
