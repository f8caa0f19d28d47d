import { join } from 'node:path';
import { z } from 'zod';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { ReadText } from '../../law/texts/check-texts.ts';
import { dataFolder } from '../package-root.ts';
import { lawFileError, readYaml } from './read-yaml.ts';

const text = z.string().trim().min(1).max(4_000);
const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const number = z.string().regex(/^\d+(-\d+)*$/);

const articleTextsFile = z.strictObject({
  country: z.string().regex(/^[a-z]{2}$/),
  acts: z.record(z.string(), z.array(text).min(1).max(16)),
  texts: z
    .array(
      z.strictObject({
        act: text,
        article: number,
        language: z.enum(['ru', 'kk', 'en']),
        edition: z.union([z.iso.date(), z.literal('unknown')]),
        whole: hex(64).nullable(),
        parts: z.record(z.union([number, z.literal('note')]), hex(16)),
      }),
    )
    .max(2_000),
});

/** What the articles of a country's provisions were when they were read. */
export interface ArticleTexts {
  /** Act -> signs of it in a path or a head of a file: '226-V', '81097'. */
  readonly acts: ReadonlyMap<string, readonly string[]>;
  readonly texts: readonly ReadText[];
}

/** Throws QRG_LAW_FILE, QRG_LAW_COUNTRY where the country has no such file. */
export async function loadArticleTexts(
  country: string,
  folder = join(dataFolder, 'law', country),
): Promise<ArticleTexts> {
  const { value, place } = await readYaml(folder, 'article-texts.yaml', articleTextsFile).catch(
    (error) => {
      if (error instanceof QorganError && error.problem.code === 'QRG_FILE_UNREADABLE')
        throw new QorganError('QRG_LAW_COUNTRY', { country: country.toUpperCase() });
      throw error;
    },
  );
  const seen = new Set<string>();
  for (const [i, { act, article, language }] of value.texts.entries()) {
    const key = `${act} ${article} ${language}`;
    const where = place(['texts', i]);
    if (value.acts[act] === undefined) throw lawFileError(where, key, `no act ${act} in acts`);
    if (seen.has(key)) throw lawFileError(where, key, 'is there twice');
    seen.add(key);
  }
  return { acts: new Map(Object.entries(value.acts)), texts: value.texts };
}
