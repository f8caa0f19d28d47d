/** Codes that the visitor chose to keep on the device. */
const KEY = 'qorgan.receipts';
const RECEIPTS_MOST = 10;

export function keptReceipts(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isReceipt).slice(0, RECEIPTS_MOST) : [];
  } catch {
    return []; // no storage, or not ours
  }
}

export const keepReceipt = (receipt: string): void =>
  write([receipt, ...keptReceipts().filter((one) => one !== receipt)].slice(0, RECEIPTS_MOST));

export const forgetReceipt = (receipt: string): void =>
  write(keptReceipts().filter((one) => one !== receipt));

/** The code as it is written, however it was typed; undefined: it is none. */
export function receiptFrom(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return letters.length === 16 ? letters.match(/.{4}/g)?.join('-') : undefined;
}

const isReceipt = (kept: unknown): kept is string =>
  typeof kept === 'string' && receiptFrom(kept) === kept;

function write(receipts: readonly string[]): void {
  try {
    if (receipts.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(receipts));
  } catch {
    // it stays on the paper or in the visitor's notes
  }
}
