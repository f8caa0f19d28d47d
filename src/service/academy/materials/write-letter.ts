import type { ParentsLetter } from '../../../academy/lesson.ts';
import { MATERIAL_WORDS as W } from './material-words.ts';
import type { PrintPlace } from './print-place.ts';
import { ACCENT, INK, MUTED, PAGE, Sheet, TooLong } from './sheet.ts';
import { shownAddress } from './write-lesson.ts';

const MARGIN = 64;
const WIDTH = PAGE.width - 2 * MARGIN;
const CODE_SIZE = 92;
/** Where name, class and date are written by hand. */
const SIGN_Y = PAGE.height - 190;

/** A letter home, on one page, with room to sign. */
export function writeLetter(
  { title, paragraphs }: ParentsLetter,
  { language, address, madeAt }: PrintPlace,
): Promise<Buffer> {
  const sheet = new Sheet(title[language], language, madeAt);
  sheet.mark(MARGIN, 48, 22, ACCENT);
  sheet.write('Qorgan', { font: 'bold', size: 12, x: MARGIN + 29, y: 53, width: 120 });
  sheet.rule(MARGIN, 84, WIDTH);
  let y = 104;
  y += sheet.write(title[language], { font: 'bold', size: 22, x: MARGIN, y, width: WIDTH });
  y += 14;
  const texts = paragraphs.map((paragraph) => paragraph[language]);
  const size = sizeOf(sheet, texts, SIGN_Y - 16 - y);
  for (const text of texts) {
    y += sheet.write(text, { size, lineGap: size * 0.36, x: MARGIN, y, width: WIDTH });
    y += size * 0.75;
  }
  sign(sheet, language);
  foot(sheet, language, address);
  return sheet.end();
}

/** As large as the page lets it be. */
function sizeOf(sheet: Sheet, texts: readonly string[], most: number): number {
  for (let size = 12; size >= 9; size -= 0.25) {
    const heights = texts.map(
      (text) => sheet.height(text, { size, lineGap: size * 0.36, width: WIDTH }) + size * 0.75,
    );
    if (heights.reduce((sum, height) => sum + height, 0) <= most) return size;
  }
  throw new TooLong(texts[0]);
}

function sign(sheet: Sheet, language: PrintPlace['language']): void {
  const third = (WIDTH - 2 * 16) / 3;
  for (const [i, label] of [W.school, W.classTeacher, W.day].entries()) {
    const x = MARGIN + i * (third + 16);
    sheet.rule(x, SIGN_Y + 26, third, MUTED);
    sheet.write(label[language], { size: 8, colour: MUTED, x, y: SIGN_Y + 31, width: third });
  }
}

function foot(sheet: Sheet, language: PrintPlace['language'], address: string | undefined): void {
  if (address === undefined) return;
  const y = PAGE.height - 134;
  sheet.code(address, MARGIN - 8, y, CODE_SIZE);
  const x = MARGIN + CODE_SIZE + 8;
  const width = WIDTH - CODE_SIZE - 8;
  const height = sheet.write(W.toPortal[language], {
    ...{ size: 10.5, colour: INK, lineGap: 2, x, y: y + 22, width },
  });
  sheet.write(shownAddress(address), {
    ...{ font: 'bold' as const, size: 10.5, colour: ACCENT, x, y: y + 28 + height, width },
  });
}
