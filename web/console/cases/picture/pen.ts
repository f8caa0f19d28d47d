/** What the picture is drawn with: the screen and a PNG are a canvas, an SVG is text. Coordinates are those of the picture. */
export interface Pen {
  /** All of them in one stroke. */
  curves(curves: readonly Curve[], stroke: Stroke): void;
  box(box: PenBox): void;
  /** A path in a box of 16 by 16, with its upper left corner at x, y. */
  sign(path: string, x: number, y: number, size: number, fill: string): void;
  text(text: string, x: number, y: number, letters: Letters): void;
  /** Width of a text. */
  measure(text: string, letters: Letters): number;
}

/** A cubic from x1, y1 to x2, y2, that leaves and comes in level. `reach`: how far its handles stand out. */
export interface Curve {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly reach: number;
}

export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
}

export interface PenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill?: string;
  readonly stroke?: Stroke;
}

export interface Letters {
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  readonly fill: string;
  readonly end?: boolean;
}

/** As the rest of the console. */
const FAMILY = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const signs = new Map<string, Path2D>();

function signPath(path: string): Path2D {
  const known = signs.get(path);
  if (known !== undefined) return known;
  const made = new Path2D(path);
  signs.set(path, made);
  return made;
}

export function canvasPen(context: CanvasRenderingContext2D): Pen {
  const dress = (stroke: Stroke): void => {
    context.strokeStyle = stroke.color;
    context.lineWidth = stroke.width;
    context.globalAlpha = stroke.alpha ?? 1;
    context.setLineDash([...(stroke.dash ?? [])]);
  };
  const font = ({ size, weight }: Letters): void => {
    context.font = `${weight} ${size}px ${FAMILY}`;
  };
  return {
    curves(curves, stroke) {
      dress(stroke);
      context.beginPath();
      for (const { x1, y1, x2, y2, reach } of curves) {
        context.moveTo(x1, y1);
        if (reach === 0) context.lineTo(x2, y2);
        else context.bezierCurveTo(x1 + reach, y1, x2 - reach, y2, x2, y2);
      }
      context.stroke();
      context.globalAlpha = 1;
    },
    box({ x, y, width, height, radius, fill, stroke }) {
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      if (fill !== undefined) {
        context.fillStyle = fill;
        context.fill();
      }
      if (stroke === undefined) return;
      dress(stroke);
      context.stroke();
      context.globalAlpha = 1;
    },
    sign(path, x, y, size, fill) {
      context.save();
      context.translate(x, y);
      context.scale(size / 16, size / 16);
      context.fillStyle = fill;
      context.fill(signPath(path));
      context.restore();
    },
    text(text, x, y, letters) {
      font(letters);
      context.fillStyle = letters.fill;
      context.textAlign = letters.end === true ? 'right' : 'left';
      context.fillText(text, x, y);
    },
    measure(text, letters) {
      font(letters);
      return context.measureText(text).width;
    },
  };
}

/** A letter is so wide, as a share of its size, where nothing measures it. */
const LETTER = 0.56;

/** Draws into text. `measure` is a canvas where there is one, so that names are cut where the screen cuts them. */
export class SvgPen implements Pen {
  readonly #parts: string[] = [];
  readonly #measure: ((text: string, letters: Letters) => number) | undefined;

  constructor(measure?: (text: string, letters: Letters) => number) {
    this.#measure = measure;
  }

  curves(curves: readonly Curve[], stroke: Stroke): void {
    if (curves.length === 0) return;
    const d = curves.map(curvePath).join('');
    this.#parts.push(`<path fill="none" d="${d}"${strokeText(stroke)}/>`);
  }

  box({ x, y, width, height, radius, fill, stroke }: PenBox): void {
    const size = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(radius)}"`;
    const line = stroke === undefined ? '' : strokeText(stroke);
    this.#parts.push(`<rect ${size} fill="${fill ?? 'none'}"${line}/>`);
  }

  sign(path: string, x: number, y: number, size: number, fill: string): void {
    const place = `translate(${n(x)} ${n(y)}) scale(${n(size / 16)})`;
    this.#parts.push(`<path d="${path}" transform="${place}" fill="${fill}"/>`);
  }

  text(text: string, x: number, y: number, { size, weight, fill, end }: Letters): void {
    const letters = `font-size="${size}" font-weight="${weight}" fill="${fill}"`;
    const anchor = end === true ? ' text-anchor="end"' : '';
    this.#parts.push(`<text x="${n(x)}" y="${n(y)}" ${letters}${anchor}>${escaped(text)}</text>`);
  }

  measure(text: string, letters: Letters): number {
    return this.#measure?.(text, letters) ?? [...text].length * letters.size * LETTER;
  }

  /** What is drawn within is moved or scaled as the attribute says. */
  group(transform: string, draw: (pen: Pen) => void): void {
    this.#parts.push(`<g transform="${transform}">`);
    draw(this);
    this.#parts.push('</g>');
  }

  /** The whole file. `title` and `about` are read aloud by who cannot see it. */
  file(width: number, height: number, title: string, about: string): string {
    const size = `width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(FAMILY)}">`,
      `<title>${escaped(title)}</title><desc>${escaped(about)}</desc>`,
      ...this.#parts,
      '</svg>',
      '',
    ].join('\n');
  }
}

function curvePath({ x1, y1, x2, y2, reach }: Curve): string {
  if (reach === 0) return `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`;
  return `M${n(x1)} ${n(y1)}C${n(x1 + reach)} ${n(y1)} ${n(x2 - reach)} ${n(y2)} ${n(x2)} ${n(y2)}`;
}

function strokeText({ color, width, dash, alpha }: Stroke): string {
  const line = ` stroke="${color}" stroke-width="${n(width)}"`;
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return line + dashes + (alpha === undefined ? '' : ` stroke-opacity="${alpha}"`);
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** Characters that XML 1.0 has no way to carry, and those that mean something in it. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not stand in the file
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
