/**
 * One thing of the input that was not taken, and why. Rows are never dropped in silence:
 * each reject is a line of rejects.csv.
 */
export interface Reject {
  /** File as the user named it (relative to the scanned folder). */
  file: string;
  /** 1-based line or sheet row; 0 when the whole file is meant. */
  line: number;
  /** Stable code of the error catalogue, e.g. 'QRG_ROW_AMOUNT'. */
  code: string;
  /** In the user's language, with the offending value, at most 300 characters. */
  message: string;
}
