import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type BankDirectory, readBanks } from '../domain/banks.ts';
import { messageOf } from '../domain/errors/catalogue.ts';
import { dataFolder } from './package-root.ts';

/** Loads a country's directory of banks. Throws when the shipped data is broken. */
export async function loadBanks(country = 'kz'): Promise<BankDirectory> {
  const text = await readFile(join(dataFolder, 'banks', `${country}.yaml`), 'utf8');
  const banks = readBanks(parse(text));
  if (!banks.ok) throw new Error(messageOf(banks.problem, 'en'));
  return banks.value;
}
