/**
 * How identifiers look in lists and logs. A mask shows enough to tell two rows apart and too little to
 * use the number; it never fails, whatever text it is given, and hides short texts whole.
 */
const DOTS = '••••';

/** Account or wallet: the first and the last four characters, 'KZ12 •••• 3456'. */
export function maskAccount(account: string): string {
  const plain = account.replace(/\s/g, '');
  return plain.length < 12 ? DOTS : `${plain.slice(0, 4)} ${DOTS} ${plain.slice(-4)}`;
}

/**
 * IIN or BIN: the last four digits, '•••• •••• 3456'. The first ones are a birth date and stay hidden.
 */
export function maskIin(iin: string): string {
  const plain = iin.replace(/\s/g, '');
  return plain.length < 9 ? DOTS : `${DOTS} ${DOTS} ${plain.slice(-4)}`;
}

/** Phone: country, operator and the last two digits, '+7 701 ••• •• 67'. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 10) return DOTS;
  const zone = digits.slice(0, digits.length - 10);
  const operator = digits.slice(-10, -7);
  return `${zone === '' ? '' : `+${zone} `}${operator} ••• •• ${digits.slice(-2)}`;
}

/**
 * Card: '440043 •••••• 1234', the most PCI DSS (requirement 3.4.1) lets a screen show.
 * Takes a whole or an already masked number.
 */
export function maskCard(card: string): string {
  const plain = card.replace(/[\s-]/g, '');
  return plain.length < 13 ? DOTS : `${plain.slice(0, 6)} •••••• ${plain.slice(-4)}`;
}

/** Name: the first letter of each word, 'С••• А••• Н•••'. The length of a word is hidden too. */
export function maskName(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  return words.length === 0 ? '•••' : words.map((word) => `${[...word][0]}•••`).join(' ');
}

/** Telegram name: '@ab•••'. */
export function maskHandle(handle: string): string {
  const plain = handle.replace(/^@/, '');
  return plain.length < 4 ? '@•••' : `@${plain.slice(0, 2)}•••`;
}
