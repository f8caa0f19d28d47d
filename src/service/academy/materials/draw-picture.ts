import type { Sheet } from './sheet.ts';

interface PicturePlace {
  readonly x: number;
  readonly y: number;
  /** What it is drawn on. */
  readonly ground: string;
}

type Drawing = (sheet: Sheet, ground: string) => void;

const LIGHT = '#ffffff';

/** A card with a face on it: it is somebody's. */
const card: Drawing = ({ pdf }, ground) => {
  pdf.save().rotate(-9, { origin: [110, 80] });
  pdf.roundedRect(4, 18, 208, 130, 16).fillOpacity(0.96).fill(LIGHT);
  pdf.rect(4, 42, 208, 22).fillOpacity(0.85).fill(ground);
  pdf.fillOpacity(1).circle(52, 96, 13).fill(ground);
  pdf.path('M28 134a24 22 0 0 1 48 0z').fill(ground);
  for (const [y, width] of [
    [88, 96],
    [104, 70],
    [120, 84],
  ] as const)
    pdf.roundedRect(96, y, width, 8, 4).fillOpacity(0.35).fill(ground);
  pdf.fillOpacity(1).restore();
};

/** A message beneath a magnifying glass. */
const glass: Drawing = ({ pdf }, ground) => {
  pdf.path(
    'M10 16h150a16 16 0 0 1 16 16v64a16 16 0 0 1-16 16H62l-30 26v-26H10a12 12 0 0 1-12-12V32a16 16 0 0 1 12-16z',
  );
  pdf.fillOpacity(0.96).fill(LIGHT);
  for (const [y, width] of [
    [40, 118],
    [58, 92],
    [76, 60],
  ] as const)
    pdf.roundedRect(22, y, width, 9, 4.5).fillOpacity(0.35).fill(ground);
  pdf.fillOpacity(1);
  pdf.circle(146, 98, 42).fill(ground);
  pdf.circle(146, 98, 36).lineWidth(9).strokeColor(LIGHT).stroke();
  pdf.moveTo(173, 125).lineTo(206, 158).lineWidth(14).lineCap('round').strokeColor(LIGHT).stroke();
  pdf.moveTo(130, 98).lineTo(142, 110).lineTo(164, 86).lineWidth(8).lineJoin('round').stroke();
};

/** A way that turns back. */
const turn: Drawing = ({ pdf }, ground) => {
  pdf.circle(110, 86, 78).fillOpacity(0.96).fill(LIGHT);
  pdf.fillOpacity(1).lineWidth(14).lineCap('round').lineJoin('round').strokeColor(ground);
  pdf.path('M76 116h44a29 29 0 0 0 0-58H72').stroke();
  pdf.path('M94 34L70 58l24 24').stroke();
};

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  'card-is-you': card,
  'check-then-decide': glass,
  'way-back': turn,
};

/** The picture of a poster, some 220 by 170 points; a poster that has none of its own shows the message. */
export function drawPicture(sheet: Sheet, poster: string, { x, y, ground }: PicturePlace): void {
  const draw = Object.hasOwn(DRAWINGS, poster) ? DRAWINGS[poster] : glass;
  sheet.pdf.save().translate(x, y);
  draw(sheet, ground);
  sheet.pdf.restore();
}
