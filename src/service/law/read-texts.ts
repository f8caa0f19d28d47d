import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { articlesOf } from '../../law/texts/articles.ts';
import type { FoundText } from '../../law/texts/check-texts.ts';
import { digestOf } from '../../law/texts/digest.ts';
import type { ArticleTexts } from './article-texts.ts';

/** A Git corpus of a country's codes has some thousands of files. */
const TEXT_FILES_MOST = 50_000;
/** The longest code in one file is a few megabytes. */
const FILE_BYTES_MOST = 32_000_000;
const HEAD_CHARACTERS = 2_000;

export interface ReadFolder {
  readonly found: readonly FoundText[];
  readonly files: number;
  /** Files of acts that provisions come from. */
  readonly ours: number;
  /** Too long to be a text of law, or unreadable. */
  readonly passedOver: readonly string[];
}

/**
 * Every article of acts that we cite in the Markdown files under a folder. Which act a file is of says its path or its head.
 * Throws QRG_FILE_UNREADABLE, QRG_LAW_TEXTS_MANY, QRG_LAW_TEXTS_FOLDER where no file is of any of the acts.
 */
export async function readTexts(
  folder: string,
  { acts }: Pick<ArticleTexts, 'acts'>,
): Promise<ReadFolder> {
  const files = await markdownIn(folder);
  const found: FoundText[] = [];
  const passedOver: string[] = [];
  let ours = 0;
  // One after another: a corpus is large, and its files are read once.
  for (const file of files) {
    const text = await textOf(join(folder, file));
    if (text === null) {
      passedOver.push(file);
      continue;
    }
    const act = actOf(file, text, acts);
    if (act === undefined) continue;
    ours++;
    for (const article of articlesOf(text)) {
      const { number, language, line } = article;
      found.push({ act, article: number, language, file, line, ...digestOf(article) });
    }
  }
  if (ours === 0) throw new QorganError('QRG_LAW_TEXTS_FOLDER', { folder });
  return { found, files: files.length, ours, passedOver };
}

async function markdownIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((file) => !/(?:^|[\\/])(?:\.git|node_modules)[\\/]/.test(file))
      .sort();
    if (files.length > TEXT_FILES_MOST)
      throw new QorganError('QRG_LAW_TEXTS_MANY', { most: TEXT_FILES_MOST });
    return files;
  } catch (error) {
    if (error instanceof QorganError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new QorganError('QRG_FILE_UNREADABLE', { file: folder, reason: code ?? String(error) });
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > FILE_BYTES_MOST) return null;
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

/** By its path first, as a corpus names its folders; else by the first line, where a file is of one act. */
function actOf(file: string, text: string, acts: ArticleTexts['acts']): string | undefined {
  const head =
    text
      .slice(0, HEAD_CHARACTERS)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  return byName(file, acts) ?? byName(head, acts);
}

function byName(where: string, acts: ArticleTexts['acts']): string | undefined {
  // Roman numerals are written in either alphabet.
  const folded = where.replaceAll('І', 'I').replaceAll('Х', 'X').replaceAll('М', 'M');
  for (const [act, signs] of acts) if (signs.some((sign) => stands(folded, sign))) return act;
  return undefined;
}

/** As a word of its own: '226-V' is not in '226-VI', '81097' not in '181097'. */
function stands(where: string, sign: string): boolean {
  for (let at = where.indexOf(sign); at >= 0; at = where.indexOf(sign, at + 1)) {
    const before = where[at - 1] ?? ' ';
    const after = where[at + sign.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
