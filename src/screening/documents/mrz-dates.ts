/** A birth of two digits a year: a century is not told, and parts may be unknown. */
export interface MrzBirth {
  /** 'YYMMDD', '<' for what is unknown. */
  readonly text: string;
  /** Days it may be, 'YYYY-MM-DD', before the document expires; the latest first. None if a part is unknown or no day fits. */
  readonly days: readonly string[];
  /** A part is unknown to the issuer. */
  readonly unknown: boolean;
}

const DATE = /^(\d{2})(\d{2})(\d{2})$/;

/** Documents live ten years, people a hundred: an expiry is of this century, a birth of this one or the last. */
const EXPIRY_CENTURY = 2000;
const BIRTH_CENTURIES = [2000, 1900];

/** The birth of a zone: 'YYMMDD', '<<' for a part that is unknown (Doc 9303, part 3, 4.8). */
export function mrzBirth(text: string, expiry: string): MrzBirth {
  const unknown = text.includes('<') && /^(\d{2}|<<){3}$/.test(text);
  const before = mrzExpiry(expiry) ?? '9999-12-31';
  const days = BIRTH_CENTURIES.map((century) => dayOf(text, century)).filter(
    (day): day is string => day !== undefined && day < before,
  );
  return { text, days, unknown };
}

/** 'YYYY-MM-DD' of 'YYMMDD'; undefined for a day that the calendar does not have. */
export const mrzExpiry = (text: string): string | undefined => dayOf(text, EXPIRY_CENTURY);

function dayOf(text: string, century: number): string | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(century + year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}
