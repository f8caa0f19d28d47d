import { QorganError } from '../../domain/errors/catalogue.ts';
import type { OffenceBook } from '../../law/offences/offence-book.ts';
import { loadOffences, offenceCountries } from './load-offences.ts';

/** The offences of every country that data/law has a folder for. */
export interface OffenceLaw {
  /** ISO 3166-1 alpha-2, upper case, in order. */
  readonly countries: readonly string[];
  /** Throws QRG_LAW_COUNTRY. */
  book(country: string): OffenceBook;
}

/** Reads all of them. Throws QRG_LAW_FILE: wrong data of law must stop the start. */
export async function openOffenceLaw(): Promise<OffenceLaw> {
  const countries = await offenceCountries();
  const books = new Map(
    await Promise.all(
      countries.map(
        async (country) => [country, await loadOffences(country.toLowerCase())] as const,
      ),
    ),
  );
  return {
    countries,
    book(country) {
      const found = books.get(country);
      if (found === undefined) throw new QorganError('QRG_LAW_COUNTRY', { country });
      return found;
    },
  };
}
