/** Handles, addresses and phones that could lead to somebody; only made-up ones may stand in a lesson. */
const HANDLE = /(?<![\p{L}\d.])@[\p{L}\d_.]{3,}/gu;
const MADE_UP_HANDLE = /^@example(?:_[\p{L}\d_]*)?$/iu;
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|\b(?:[a-z\d-]+\.)+(?:com|org|net|kz|ru|me|io|info|app|site|online|shop)\b\S*/giu;
const MADE_UP_ADDRESS =
  /^(?:https?:\/\/)?(?:[a-z\d-]+\.)*example\.(?:com|org|net|kz)(?:[/?#:]|$)/iu;
/** Ten digits and more: a phone or a card, however they are grouped. */
const DIGITS = /\+?\d(?:[\s\u00a0().-]{0,2}\d){9,}/gu;
const MADE_UP_PHONE = /^[78]70000000\d\d$/;
const IBAN = /\bKZ\d{2}[A-Z\d\s]{8,}/gu;

/** Contacts of a text that are not plainly made up: `@example_…`, `example.kz`, +7 700 000 00 XX. */
export function strangeContacts(text: string): string[] {
  const all = (pattern: RegExp): string[] =>
    (text.match(pattern) ?? []).map((found) => found.trim().replace(/[.,:;!?)»”"]+$/u, ''));
  return [
    ...all(HANDLE).filter((handle) => !MADE_UP_HANDLE.test(handle)),
    ...all(ADDRESS).filter((address) => !MADE_UP_ADDRESS.test(address)),
    ...all(DIGITS).filter((digits) => !MADE_UP_PHONE.test(digits.replace(/\D/g, ''))),
    ...all(IBAN),
  ];
}
