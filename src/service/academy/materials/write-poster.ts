import type { Poster } from '../../../academy/lesson.ts';
import { drawPicture } from './draw-picture.ts';
import { MATERIAL_WORDS as W } from './material-words.ts';
import type { PrintPlace } from './print-place.ts';
import { ACCENT, INK, MUTED, PAGE, PAPER, Sheet, WARM } from './sheet.ts';
import { shownAddress } from './write-lesson.ts';

const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
/** The coloured part, with the picture and the headline. */
const TOP = 430;
const FOOT_Y = PAGE.height - 172;
const CODE_SIZE = 128;

/** Colour of the upper part, by place in the list of posters: they hang beside each other. */
const GROUNDS = [ACCENT, '#2a4a7f', WARM] as const;

/** One thing to remember, readable from across a corridor, and where to turn. */
export function writePoster(
  poster: Poster,
  place: number,
  { language, address, madeAt }: PrintPlace,
): Promise<Buffer> {
  const headline = poster.headline[language];
  const sheet = new Sheet(headline, language, madeAt);
  const ground = GROUNDS[place % GROUNDS.length];
  sheet.box(0, 0, PAGE.width, PAGE.height, { fill: PAPER });
  sheet.box(0, 0, PAGE.width, TOP, { fill: ground });
  sheet.mark(MARGIN, 40, 26, '#ffffff');
  sheet.write('Qorgan', {
    ...{ font: 'bold' as const, size: 15, colour: '#ffffff', x: MARGIN + 34, y: 46, width: 200 },
  });
  drawPicture(sheet, poster.id, { x: PAGE.width - 262, y: 34, ground });
  const box = { width: WIDTH, height: 178, lineGap: 2 };
  const size = sheet.fit(headline, box, { font: 'narrow', from: 66, to: 30 });
  const height = sheet.height(headline, { font: 'narrow', size, ...box });
  sheet.write(headline, {
    ...{ font: 'narrow' as const, size, lineGap: 2, colour: '#ffffff' },
    ...{ x: MARGIN, y: TOP - 28 - height, width: WIDTH },
  });
  lines(sheet, poster, language, ground);
  foot(sheet, poster, { language, address, madeAt });
  return sheet.end();
}

function lines(
  sheet: Sheet,
  { lines: said }: Poster,
  language: PrintPlace['language'],
  ground: string,
): void {
  const x = MARGIN + 44;
  const width = WIDTH - 44;
  const room = FOOT_Y - TOP - 2 * 22;
  const each = room / said.length;
  const size = Math.min(
    ...said.map((line) =>
      sheet.fit(line[language], { width, height: each - 10 }, { font: 'bold', from: 24, to: 12 }),
    ),
  );
  for (const [i, line] of said.entries()) {
    const text = line[language];
    const y = TOP + 22 + i * each;
    const height = sheet.height(text, { font: 'bold', size, width });
    const middle = y + each / 2;
    sheet.pdf.circle(MARGIN + 14, middle, 14).fill(ground);
    sheet.write(String(i + 1), {
      ...{ font: 'bold' as const, size: 14, colour: '#ffffff', align: 'center' as const },
      ...{ x: MARGIN, y: middle - 8.2, width: 28 },
    });
    sheet.write(text, { font: 'bold', size, colour: INK, x, y: middle - height / 2, width });
  }
}

function foot(sheet: Sheet, { turn }: Poster, { language, address }: PrintPlace): void {
  sheet.box(MARGIN - 16, FOOT_Y, WIDTH + 32, 148, { fill: '#ffffff', radius: 16 });
  const hasCode = address !== undefined;
  const x = hasCode ? MARGIN + CODE_SIZE + 6 : MARGIN + 6;
  const width = PAGE.width - MARGIN - x;
  if (hasCode) sheet.code(address, MARGIN - 8, FOOT_Y + 10, CODE_SIZE);
  const text = turn[language];
  const size = sheet.fit(
    text,
    { width, height: 66, lineGap: 2 },
    { font: 'plain', from: 16.5, to: 10 },
  );
  let y = FOOT_Y + 20;
  y += sheet.write(text, { size, lineGap: 2, x, y, width }) + 10;
  if (!hasCode) return;
  y += sheet.write(W.scan[language], { size: 9.5, colour: MUTED, x, y, width }) + 1;
  const shown = shownAddress(address);
  const shownSize = sheet.fit(shown, { width, height: 20 }, { font: 'bold', from: 12.5, to: 5 });
  sheet.write(shown, { font: 'bold', size: shownSize, colour: INK, x, y, width });
}
