/**
 * Reads posts on the reader's own device: `createReader(lexicon).read(text)`. The lexicon is the data of `data/lexicon` as one
 * object; nothing here fetches or sends anything.
 */
export type { Ask, PostLabel, PostLanguage, Stance, Technique } from '../domain/post.ts';
export type { Lexicon, LexiconRule, ModelFile } from './read/lexicon.ts';
export { type Normalised, normalise, type OffsetMap, originalSpan } from './read/normalise.ts';
export type { PostReading, ReadReason } from './read/read-post.ts';
export { createReader, type PostReader } from './read/reader.ts';
