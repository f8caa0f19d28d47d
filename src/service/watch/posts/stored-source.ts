import type { SourceKind } from '../../../store/tables/watch.ts';

/** What of a source its posts need. */
export interface StoredSource {
  readonly sourceId: number;
  /** null: everybody's. */
  readonly institutionId: number | null;
  readonly kind: SourceKind;
  readonly name: string;
}
