/**
 * One step of the schema. Its statements run in order in one transaction. A step that has been released is never edited:
 * databases remember its checksum; a new step changes what it made.
 */
export interface Migration {
  /** Number and word: '0001-core'. Steps run in the order of the list. */
  readonly id: string;
  readonly sql: readonly string[];
}
