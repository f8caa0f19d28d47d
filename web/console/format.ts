import type { Language } from '../../src/domain/language.ts';
import { createFormat, type Format } from '../shared/format.ts';
import { useSettings } from './settings.ts';

/** Masks and reveals are the server's: what comes here is shown as it came. */
const formats = new Map<Language, Format>();

/** How numbers, sums and times read, in the reader's language. Sums are tenge, times those of Kazakhstan. */
function formatIn(language: Language): Format {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const model = {
    currency: 'KZT',
    clock: 'exact',
    totals: { to: Number.MAX_SAFE_INTEGER },
  } as const;
  const made = createFormat({ language, reveal: true, model });
  formats.set(language, made);
  return made;
}

export const useFormat = (): Format => formatIn(useSettings().language);

/** Today as the hour alone, another day as the day and the hour: what a live list has room for. */
export function shortMoment(format: Format, at: number, now: number): string {
  return format.date(at) === format.date(now)
    ? format.time(at)
    : `${format.dayMonth(at)} ${format.time(at)}`;
}
