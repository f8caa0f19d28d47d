import { mrzCheckDigit } from './mrz-check-digit.ts';

/** What a made-up document says. Only the parts that are told differ from the document of a specimen. */
export interface FakeDocument {
  readonly number?: string;
  readonly birth?: string;
  readonly expiry?: string;
  readonly sex?: string;
  readonly surname?: string;
  readonly given?: string;
  /** Optional data: the IIN on documents of Kazakhstan. */
  readonly optional?: string;
  readonly issuer?: string;
}

const SPECIMEN = {
  number: '012345678',
  birth: '850402',
  expiry: '310517',
  sex: 'F',
  surname: 'SPECIMEN',
  given: 'AIGUL',
  optional: '',
  issuer: 'KAZ',
};

/** A field with its check digit. */
const checked = (text: string, length: number) => {
  const field = text.padEnd(length, '<');
  return field + mrzCheckDigit(field);
};

/** A card with all its check digits right. */
export function fakeCard(more: FakeDocument = {}): string {
  const d = { ...SPECIMEN, ...more };
  const first = `ID${d.issuer}${checked(d.number, 9)}${d.optional.padEnd(15, '<')}`;
  const second = `${checked(d.birth, 6)}${d.sex}${checked(d.expiry, 6)}${d.issuer}${'<'.repeat(11)}`;
  const whole = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18);
  return [first, second + mrzCheckDigit(whole), names(d, 30)].join('\n');
}

/** A passport with all its check digits right. */
export function fakePassport(more: FakeDocument = {}): string {
  const d = { ...SPECIMEN, number: 'N01234567', ...more };
  const second = `${checked(d.number, 9)}${d.issuer}${checked(d.birth, 6)}${d.sex}${checked(d.expiry, 6)}${checked(d.optional, 14)}`;
  const whole = second.slice(0, 10) + second.slice(13, 20) + second.slice(21);
  return [`P<${d.issuer}${names(d, 39)}`, second + mrzCheckDigit(whole)].join('\n');
}

const names = ({ surname, given }: { surname: string; given: string }, length: number) =>
  `${surname}<<${given.replaceAll(' ', '<')}`.padEnd(length, '<');
