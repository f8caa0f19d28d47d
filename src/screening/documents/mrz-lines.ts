import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';

export type MrzFormat = 'TD1' | 'TD3';

/** How a format is laid out. */
interface Layout {
  readonly lines: number;
  /** Characters of a line. */
  readonly length: number;
  /** The line of the names, whose lost fillers at the end can be put back. */
  readonly names: number;
  /** What a document code begins with: were a character lost before, everything would stand one place off. */
  readonly begins: RegExp;
}

const FORMATS: Readonly<Record<MrzFormat, Layout>> = {
  TD1: { lines: 3, length: 30, names: 2, begins: /^[ACI]/ },
  TD3: { lines: 2, length: 44, names: 0, begins: /^P/ },
};

/** Characters that are looked at, spaces and line ends among them. */
const TEXT_MOST = 400;

export interface MrzLines {
  readonly format: MrzFormat;
  /** Each as long as the format says, of A to Z, 0 to 9 and the filler alone. */
  readonly lines: readonly string[];
}

/**
 * A machine-readable zone as its lines. Spaces, lower case, the quotation marks that recognition takes fillers for and fillers
 * lost after the names are let pass, and so are lines that run together. Letters of another script are not: which one stands
 * there is told. Fails with QRG_MRZ_FORM or QRG_MRZ_CHARACTER.
 */
export function mrzLines(text: string): Result<MrzLines> {
  if (text.length > TEXT_MOST) return fail('QRG_MRZ_FORM', { lines: 1, longest: text.length });
  const told = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/\s/g, '').replaceAll('«', '<<').replaceAll('‹', '<').toUpperCase())
    .filter((line) => line !== '');
  for (const format of ['TD1', 'TD3'] as const) {
    const lines = laidOut(told, format);
    if (lines !== undefined) return clean(format, lines);
  }
  const longest = Math.max(0, ...told.map(({ length }) => length));
  return fail('QRG_MRZ_FORM', { lines: told.length, longest });
}

/** Undefined where the lines do not fit the format. */
function laidOut(told: readonly string[], format: MrzFormat): string[] | undefined {
  const { lines: count, length, names, begins } = FORMATS[format];
  const [only = ''] = told;
  const lines =
    told.length === 1 && only.length === count * length
      ? Array.from({ length: count }, (_, i) => only.slice(i * length, (i + 1) * length))
      : told.map((line, i) => (i === names ? line.padEnd(length, '<') : line));
  const fits = lines.length === count && lines.every((line) => line.length === length);
  return fits && begins.test(lines[0]) ? lines : undefined;
}

function clean(format: MrzFormat, lines: readonly string[]): Result<MrzLines> {
  for (const [index, line] of lines.entries()) {
    const position = [...line].findIndex((character) => !/[A-Z0-9<]/.test(character));
    if (position >= 0)
      return fail('QRG_MRZ_CHARACTER', {
        line: index + 1,
        position: position + 1,
        character: [...line][position],
      });
  }
  return ok({ format, lines });
}
