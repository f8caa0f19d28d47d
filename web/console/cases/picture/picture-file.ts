import { LIGHT } from './palette.ts';
import { canvasPen, type Letters, type Pen, SvgPen } from './pen.ts';
import { paint, type Scene } from './scene.ts';

/** What stands in the file beside the picture, in the reader's language. */
export interface PictureWords {
  readonly title: string;
  /** What of it is shown, and when it was drawn. */
  readonly lines: readonly string[];
  readonly legend: readonly LegendLine[];
  readonly sum: (minor: number) => string;
}

export interface LegendLine {
  readonly text: string;
  readonly sign?: { readonly path: string; readonly color: string };
  readonly line?: { readonly color: string; readonly dash?: readonly number[] };
  readonly rim?: { readonly color: string; readonly dash?: readonly number[] };
}

const MARGIN = 32;
const HEAD = 30;
const LINE = 20;
const LEGEND_CELL = 236;
/** A small picture still has room for its title. */
const WIDTH_LEAST = 720;

const TITLE: Letters = { size: 20, weight: 700, fill: LIGHT.ink };
const PLAIN: Letters = { size: 12.5, weight: 400, fill: LIGHT.muted };

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly pictureY: number;
  readonly legendY: number;
  readonly perRow: number;
}

function sheetOf({ box }: Scene, { lines, legend }: PictureWords): Sheet {
  const width = Math.max(WIDTH_LEAST, box.width + 2 * MARGIN);
  const perRow = Math.max(1, Math.floor((width - 2 * MARGIN) / LEGEND_CELL));
  const pictureY = MARGIN + HEAD + lines.length * LINE + MARGIN / 2;
  const legendY = pictureY + box.height + MARGIN;
  const rows = Math.ceil(legend.length / perRow);
  return { width, height: legendY + rows * (LINE + 4) + MARGIN, pictureY, legendY, perRow };
}

/** Draws the whole sheet; `move` puts the picture below its title. */
function drawSheet(
  pen: Pen,
  scene: Scene,
  words: PictureWords,
  zoom: number,
  move: (dx: number, dy: number, draw: (pen: Pen) => void) => void,
): void {
  const sheet = sheetOf(scene, words);
  pen.box({ x: 0, y: 0, width: sheet.width, height: sheet.height, radius: 0, fill: LIGHT.paper });
  pen.text(words.title, MARGIN, MARGIN + 16, TITLE);
  for (const [i, line] of words.lines.entries())
    pen.text(line, MARGIN, MARGIN + HEAD + (i + 1) * LINE - 6, PLAIN);
  const dx = (sheet.width - scene.box.width) / 2 - scene.box.x;
  move(dx, sheet.pictureY - scene.box.y, (moved) =>
    paint(moved, scene, {
      palette: LIGHT,
      zoom,
      seen: null,
      lit: null,
      selected: null,
      sum: words.sum,
    }),
  );
  for (const [i, one] of words.legend.entries()) {
    const x = MARGIN + (i % sheet.perRow) * LEGEND_CELL;
    const y = sheet.legendY + Math.floor(i / sheet.perRow) * (LINE + 4);
    drawLegendLine(pen, one, x, y);
  }
}

function drawLegendLine(
  pen: Pen,
  { text, sign, line, rim }: LegendLine,
  x: number,
  y: number,
): void {
  if (sign !== undefined) pen.sign(sign.path, x + 4, y, 16, sign.color);
  if (line !== undefined)
    pen.curves([{ x1: x, y1: y + 8, x2: x + 26, y2: y + 8, reach: 0 }], { width: 3, ...line });
  if (rim !== undefined)
    pen.box({
      x: x + 1,
      y: y + 1,
      width: 24,
      height: 14,
      radius: 4,
      stroke: { width: 1.5, ...rim },
    });
  pen.text(text, x + 34, y + 13, PLAIN);
}

/** The picture as an SVG file. */
export function svgFile(
  scene: Scene,
  words: PictureWords,
  measure?: (text: string, letters: Letters) => number,
): string {
  const pen = new SvgPen(measure);
  drawSheet(pen, scene, words, 1, (dx, dy, draw) => pen.group(`translate(${dx} ${dy})`, draw));
  const { width, height } = sheetOf(scene, words);
  return pen.file(width, height, words.title, words.lines.join('. '));
}

/** Browsers give up on canvases above this; pixels, whole and a side. */
const PIXELS_MOST = 40_000_000;
const SIDE_MOST = 16_000;
const SHARP = 2;

/** The same as a PNG: twice as sharp as the screen, less where the picture is too great for that. */
export async function pngFile(scene: Scene, words: PictureWords): Promise<Blob> {
  const { width, height } = sheetOf(scene, words);
  const scale = Math.min(
    SHARP,
    Math.sqrt(PIXELS_MOST / (width * height)),
    SIDE_MOST / Math.max(width, height),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(scale, scale);
  const pen = canvasPen(context);
  drawSheet(pen, scene, words, scale, (dx, dy, draw) => {
    context.save();
    context.translate(dx, dy);
    draw(pen);
    context.restore();
  });
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob === null ? failed(new Error('no picture')) : done(blob)),
      'image/png',
    ),
  );
}
