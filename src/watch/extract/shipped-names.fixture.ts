import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type NamedThings, namedThings } from './named-things.ts';
import { banksFile, brandsFile, citiesFile } from './names-schema.ts';

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`../../../data/lexicon/${file}`, import.meta.url), 'utf8'));

/** The names that Qorgan ships, ready for the search. */
export function shippedNames(): NamedThings {
  const cities = citiesFile.parse(read('cities.yaml'));
  return namedThings({
    currency: cities.currency,
    cities: cities.entries,
    banks: banksFile.parse(read('banks.yaml')).entries,
    brands: brandsFile.parse(read('brands.yaml')).entries,
  });
}
