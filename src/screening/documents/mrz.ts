import { ok, type Result } from '../../domain/errors/catalogue.ts';
import { parseIin } from '../../domain/iin.ts';
import { mrzCheckDigit } from './mrz-check-digit.ts';
import { type MrzBirth, mrzBirth, mrzExpiry } from './mrz-dates.ts';
import { type MrzFormat, mrzLines } from './mrz-lines.ts';

/** Parts of a zone that have a check digit; 'whole' is the last one, over all of them. */
export type MrzField = 'number' | 'birth' | 'expiry' | 'optional' | 'whole';

export interface MrzCheck {
  readonly field: MrzField;
  /** 'absent': of the optional data, which may be empty and then need none. */
  readonly state: 'valid' | 'altered' | 'absent';
}

/** What the machine-readable zone of an identity card (TD1) or a passport (TD3) says: ICAO Doc 9303, parts 4 and 5. */
export interface Mrz {
  readonly format: MrzFormat;
  /** Its first letter is I, A or C on cards and P on passports. */
  readonly documentCode: string;
  /** ISO 3166-1 alpha-3, or one of ICAO's own codes. */
  readonly issuer: string;
  readonly nationality: string;
  readonly number: string;
  readonly birth: MrzBirth;
  readonly sex: 'male' | 'female' | undefined;
  /** 'YYYY-MM-DD', the last day on which it is valid; undefined where no such day is told. */
  readonly expiresOn: string | undefined;
  readonly surname: string;
  readonly givenNames: readonly string[];
  /** The names fill their field: they may go on. */
  readonly namesCut: boolean;
  /** Without fillers. */
  readonly optional: string;
  /**
   * Twelve digits of the optional data that pass as an IIN, on a document of Kazakhstan. Where the IIN stands there is
   * practitioners' knowledge and in no text that was read: that the digits pass their check is what it is taken by.
   */
  readonly iin: string | undefined;
  readonly checks: readonly MrzCheck[];
  /** 'altered' as soon as one check digit or date does not stand. Names have no check digit: nothing tells of them. */
  readonly state: 'valid' | 'altered';
}

/** The fields as they stand, fillers and all. */
interface Cut {
  readonly names: string;
  readonly number: string;
  readonly birth: string;
  readonly expiry: string;
  readonly nationality: string;
  readonly sex: string;
  readonly optional: readonly string[];
  readonly checks: readonly MrzCheck[];
}

/**
 * Reads a machine-readable zone, whatever its check digits say: each is told apart. Fails with QRG_MRZ_FORM when it is neither
 * three lines of 30 nor two of 44, and with QRG_MRZ_CHARACTER when something stands in it that never does.
 */
export function readMrz(text: string): Result<Mrz> {
  const read = mrzLines(text);
  if (!read.ok) return read;
  const { format, lines } = read.value;
  const cut = format === 'TD1' ? cutCard(lines) : cutPassport(lines);
  const birth = mrzBirth(cut.birth, cut.expiry);
  const expiresOn = mrzExpiry(cut.expiry);
  const checks = cut.checks.map((check) =>
    (check.field === 'birth' && birth.days.length === 0 && !birth.unknown) ||
    (check.field === 'expiry' && expiresOn === undefined)
      ? { ...check, state: 'altered' as const }
      : check,
  );
  const issuer = plain(lines[0].slice(2, 5));
  return ok({
    format,
    documentCode: plain(lines[0].slice(0, 2)),
    issuer,
    nationality: plain(cut.nationality),
    number: plain(cut.number),
    birth,
    sex: cut.sex === 'M' ? 'male' : cut.sex === 'F' ? 'female' : undefined,
    expiresOn,
    ...namesOf(cut.names),
    optional: cut.optional.map(plain).join(''),
    iin: issuer === 'KAZ' ? iinIn(cut.optional) : undefined,
    checks,
    state: checks.some(({ state }) => state === 'altered') ? 'altered' : 'valid',
  });
}

function cutCard([first, second, names]: readonly string[]): Cut {
  const { number, digit, optional } = longNumber(first);
  const whole = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  return {
    names,
    number,
    birth: second.slice(0, 6),
    sex: second[7],
    expiry: second.slice(8, 14),
    nationality: second.slice(15, 18),
    optional: [optional, second.slice(18, 29)],
    checks: [
      check('number', number, digit),
      check('birth', second.slice(0, 6), second[6]),
      check('expiry', second.slice(8, 14), second[14]),
      check('whole', whole, second[29]),
    ],
  };
}

/** A number of more than nine characters goes on in the optional data, its check digit last: Doc 9303, part 5, 4.2.2, note j. */
function longNumber(first: string) {
  const [number, digit, optional] = [first.slice(5, 14), first[14], first.slice(15)];
  const rest = optional.split('<', 1)[0];
  if (digit !== '<' || rest.length < 2) return { number, digit, optional };
  return {
    number: number + rest.slice(0, -1),
    digit: rest.slice(-1),
    optional: optional.slice(rest.length),
  };
}

function cutPassport([first, second]: readonly string[]): Cut {
  const optional = second.slice(28, 42);
  const whole = second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43);
  return {
    names: first.slice(5),
    number: second.slice(0, 9),
    nationality: second.slice(10, 13),
    birth: second.slice(13, 19),
    sex: second[20],
    expiry: second.slice(21, 27),
    optional: [optional],
    checks: [
      check('number', second.slice(0, 9), second[9]),
      check('birth', second.slice(13, 19), second[19]),
      check('expiry', second.slice(21, 27), second[27]),
      plain(optional) === '' && second[42] === '<'
        ? { field: 'optional', state: 'absent' }
        : check('optional', optional, second[42]),
      check('whole', whole, second[43]),
    ],
  };
}

const check = (field: MrzField, text: string, digit: string): MrzCheck => ({
  field,
  state: mrzCheckDigit(text) === digit ? 'valid' : 'altered',
});

const plain = (text: string): string => text.replaceAll('<', '');

function namesOf(field: string): Pick<Mrz, 'surname' | 'givenNames' | 'namesCut'> {
  const [surname, given = ''] = field.split('<<');
  const words = (text: string) => text.split('<').filter((word) => word !== '');
  return {
    surname: words(surname).join(' '),
    givenNames: words(given),
    namesCut: !field.endsWith('<'),
  };
}

function iinIn(optional: readonly string[]): string | undefined {
  return optional
    .flatMap((text) => text.match(/\d{12}/g) ?? [])
    .find((digits) => parseIin(digits).ok);
}
