import type { Language } from '../../domain/language.ts';
import type { Store } from '../../store/store.ts';
import type { NamedThings } from '../../watch/extract/named-things.ts';
import type { PostReading } from '../../watch/read/read-post.ts';
import type { Audit } from '../audit/audit.ts';
import type { LiveService } from '../live/live-service.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { Fetcher } from './fetch/fetcher.ts';

/** Reads what a post says. */
export interface WatchReader {
  /** Edition of lexicon and model: kept with what they said. */
  readonly edition: string;
  read(text: string): PostReading;
  /** What a rule of the lexicon looks for, in words. */
  titleOf(rule: string, language: Language): string;
}

/** What the use cases of Watch stand on. */
export interface WatchParts {
  readonly store: Store;
  readonly audit: Audit;
  /** Hears which accounts are named in posts. */
  readonly live: Pick<LiveService, 'record' | 'accountName'>;
  readonly reader: WatchReader;
  readonly names: NamedThings;
  readonly fetcher: Fetcher;
  readonly evidence: Pick<Evidence, 'seal'>;
  readonly now: () => number;
  /** Hears of what failed and stops nothing. */
  readonly trouble?: ((event: string, error: unknown) => void) | undefined;
}
