import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostLabel } from '../../src/domain/post.ts';

const POSTS = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'text', 'posts.jsonl');

/** A labelled post of somebody else. */
export interface SharedPost {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly label: PostLabel;
  readonly kind: string;
  readonly source: string;
}

/** Undefined where the folder is absent. */
export function sharedPosts(): readonly SharedPost[] | undefined {
  if (!existsSync(POSTS)) return undefined;
  return readFileSync(POSTS, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export const FOLDS = 5;
const byte = (source: string, at: number): number =>
  createHash('sha256').update(source).digest()[at];

/** All rows of a source are in one fold. */
export const foldOf = ({ source }: SharedPost): number => byte(source, 1) % FOLDS;

/** Rules and threshold were made with half A before the eyes; half B was only counted. */
export const halfOf = ({ source }: SharedPost): 'A' | 'B' =>
  byte(source, 0) % 2 === 0 ? 'A' : 'B';

/** Carried by a real bot, site or chat, quoted from one, or reconstructed from a report. */
export const isReal = ({ kind }: SharedPost): boolean =>
  kind === 'real_post' || kind === 'quoted' || kind === 'reconstructed';
