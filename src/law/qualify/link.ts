/** What in the case speaks for or against something. */
export interface Link {
  readonly type: 'fact' | 'transfer' | 'post' | 'account' | 'party' | 'other';
  /** Id in the case file; of a fact its factId. */
  readonly id: string;
}
