import { join } from 'node:path';
import { z } from 'zod';
import type { ExchangeGround, ExchangeGrounds } from '../../exchange/package/exchange-ground.ts';
import { PACKAGE_FORMATS } from '../../exchange/package/package-format.ts';
import { PARTNER_KINDS } from '../../store/tables/packages.ts';
import { actsFile } from '../law/law-schema.ts';
import { lawFileError, readYaml } from '../law/read-yaml.ts';
import { dataFolder } from '../package-root.ts';

const text = z.string().trim().min(1).max(4_000);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const date = z.iso.date();

const groundsFile = z.strictObject({
  country: z.string().regex(/^[a-z]{2}$/),
  grounds: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9.-]{2,60}$/),
        act: text,
        article: text,
        effective: z.strictObject({ from: date, to: date.optional() }),
        source: text,
        mark: z.enum(['P', 'B', 'D', 'house']),
        verified: z.union([z.literal('no'), z.strictObject({ by: text, on: date })]),
        formats: z.array(z.enum(PACKAGE_FORMATS)).min(1).max(16),
        partners: z.array(z.enum(PARTNER_KINDS)).min(1).max(8),
        personal: z.boolean(),
        title: localized,
        text: localized,
      }) satisfies z.ZodType<ExchangeGround>,
    )
    .min(1)
    .max(64),
});

/** What exchanges of a country may stand on. Throws QRG_LAW_FILE naming file and line of what is wrong. */
export async function loadExchangeGrounds(
  country = 'kz',
  folder = join(dataFolder, 'law', country),
): Promise<ExchangeGrounds> {
  const file = 'exchange-grounds.yaml';
  const [{ value, place }, acts] = await Promise.all([
    readYaml(folder, file, groundsFile),
    readYaml(folder, 'acts.yaml', actsFile),
  ]);
  const grounds = new Map<string, ExchangeGround>();
  for (const [i, ground] of value.grounds.entries()) {
    const where = place(['grounds', i]);
    if (grounds.has(ground.id)) throw lawFileError(where, ground.id, 'is there twice');
    if (!Object.hasOwn(acts.value.acts, ground.act))
      throw lawFileError(where, ground.id, `no act ${ground.act} in acts.yaml`);
    grounds.set(ground.id, ground);
  }
  return { grounds, acts: new Map(Object.entries(acts.value.acts)) };
}
