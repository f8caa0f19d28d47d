import { z } from 'zod';
import { fail, ok, type Result } from './errors/catalogue.ts';

const localized = z.strictObject({
  ru: z.string().min(1),
  kk: z.string().min(1),
  en: z.string().min(1),
});
const source = z.strictObject({
  title: z.string(),
  url: z.url(),
  read: z.iso.date(),
  how: z.string(),
});
const bank = z
  .strictObject({
    /** Three digits of the account after the check digits. */
    code: z.string().regex(/^\d{3}$/),
    bic: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}$/),
    kind: z.enum(['bank', 'post', 'state', 'market', 'international']),
    /** True for one that is gone from the directory. */
    former: z.literal(true).optional(),
    name: localized,
    short: z.string().min(1),
    aliases: z.array(z.string().min(2)),
    source: z.string(),
    mark: z.enum(['A', 'B', 'C']),
    verified: z.enum(['yes', 'no']),
    by: z.string().optional(),
  })
  .refine((b) => (b.verified === 'yes') === (b.mark !== 'C' && b.by !== undefined), {
    error: 'verified: yes needs mark A or B and by',
  });
const directory = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  edition: z.iso.date(),
  sources: z.record(z.string(), source),
  banks: z.array(bank).min(1),
});

/** A keeper of accounts as data/banks/<country>.yaml describes it. `verified: 'no'` must decide nothing. */
export type Bank = Readonly<z.infer<typeof bank>>;

/** Banks by what a file may say of them. Build it once with `readBanks`. */
export interface BankDirectory {
  readonly country: string;
  readonly edition: string;
  readonly banks: readonly Bank[];
  byCode(code: string): Bank | undefined;
  /** By the first eight characters of a BIC; a branch ('XXX') is its bank. */
  byBic(bic: string): Bank | undefined;
  /**
   * The bank a free text names: 'АО "Kaspi Bank"', 'Филиал АО «ForteBank» в г. Алматы', 'народный банк',
   * a BIC. The longest name found wins; undefined when none is or two banks' names are as long.
   */
  byName(text: string): Bank | undefined;
}

/**
 * Checks the data of a directory of banks (the parsed YAML) and builds the lookup.
 * Fails with QRG_BANKS_DATA, which says the first thing wrong.
 */
export function readBanks(data: unknown): Result<BankDirectory> {
  const read = directory.safeParse(data);
  if (!read.success) {
    const [issue] = read.error.issues;
    return fail('QRG_BANKS_DATA', { problem: `${issue.path.join('.')}: ${issue.message}` });
  }
  const { country, edition, sources, banks } = read.data;
  const byCode = new Map<string, Bank>();
  const byBic = new Map<string, Bank>();
  const byWords = new Map<string, Bank>();
  for (const entry of banks) {
    if (sources[entry.source] === undefined)
      return fail('QRG_BANKS_DATA', { problem: `${entry.code}: no source ${entry.source}` });
    for (const [index, key] of [
      [byCode, entry.code],
      [byBic, entry.bic],
      ...namesOf(entry).map((name) => [byWords, name] as const),
    ] as const) {
      if ((index.get(key) ?? entry) !== entry)
        return fail('QRG_BANKS_DATA', { problem: `${key} means two banks` });
      index.set(key, entry);
    }
  }
  return ok({
    country,
    edition,
    banks,
    byCode: (code) => byCode.get(code.trim()),
    byBic: (bic) => byBic.get(bic.trim().toUpperCase().slice(0, 8)),
    byName: (text) => longestNamed(byWords, words(text)),
  });
}

/** Forms of organisations and places, which name no bank: 'АО', 'ДБ', 'JSC', 'филиал', 'в г. Алматы'. */
const NO_NAME = new Set(
  'ао дб до ак ақ еб еұ ргу рмм нао кеақ jsc so sb филиал филиала филиалы'.split(' '),
);

/** Lower-case words without quotes, forms of organisations and the difference of ё and е. */
function words(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('ё', 'е').normalize('NFC');
  return (plain.match(/[\p{L}\p{M}\d]+/gu) ?? []).filter((word) => !NO_NAME.has(word));
}

function namesOf({ name, short, aliases, bic }: Bank): string[] {
  const names = [name.ru, name.kk, name.en, short, bic, ...aliases];
  return [...new Set(names.map((text) => words(text).join(' ')))];
}

/** No name in the data is longer, in words; a bound on the search. */
const LONGEST_NAME = 10;

function longestNamed(names: ReadonlyMap<string, Bank>, text: string[]): Bank | undefined {
  let best = 0;
  let found: Bank | undefined;
  for (let from = 0; from < Math.min(text.length, 100); from++) {
    for (let to = from + 1; to <= Math.min(text.length, from + LONGEST_NAME); to++) {
      const name = text.slice(from, to).join(' ');
      const named = names.get(name);
      if (named === undefined || name.length < best) continue;
      found = name.length > best || named === found ? named : undefined;
      best = name.length;
    }
  }
  return found;
}
