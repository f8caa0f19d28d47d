/**
 * What a reader put right or doubts in a row that it took. Counted per file and kept with the transfer, so that
 * an expert can see it; the row stays.
 */
export const ROW_NOTES = [
  'id_zeros_restored', // Excel had eaten leading zeros of an IIN or BIN
  'id_check_failed', // the check digit of an IIN or BIN is wrong
  'iban_check_failed', // an account that begins like an IBAN KZ fails modulo 97
  'direction_conflict', // the accounts say one direction, the sign or the debit column the other
  'own_account_filled', // the statement's own account stood only in its head
] as const;
export type RowNote = (typeof ROW_NOTES)[number];
