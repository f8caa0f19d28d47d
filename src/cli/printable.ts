/** Names and cells of an input must not steer the terminal: control and direction characters become '?'. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '?');
}
