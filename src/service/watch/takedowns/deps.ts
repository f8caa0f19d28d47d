import type { Store } from '../../../store/store.ts';
import type { CheckResult } from '../../../store/tables/watch.ts';
import type { TakedownBook } from '../../../watch/takedown/takedown-book.ts';
import type { Audit } from '../../audit/audit.ts';

/** What fetching a page again and sealing it gave. */
export interface PageCopy {
  /** null: nothing came that could be sealed. */
  readonly captureId: number | null;
  /** Against what the post said before. */
  readonly result: CheckResult;
}

/** What the use cases of requests for removal stand on. */
export interface TakedownDeps {
  readonly store: Store;
  readonly audit: Audit;
  readonly book: TakedownBook;
  readonly now: () => number;
  /**
   * Fetches the page of a post now, seals what came and writes it down. `operator` is who or what asked; it stands in the sealed
   * copy. Throws QRG_WATCH_… when the page cannot be fetched, QRG_EVIDENCE_… when it cannot be sealed.
   */
  captureNow(postId: number, cause: 'sealed' | 'recheck', operator: string): Promise<PageCopy>;
}
