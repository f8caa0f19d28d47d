/** A text with its {holes} filled; one that nobody fills stays as it is. */
export function fillIn(text: string, args: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(args, key) ? String(args[key]) : whole,
  );
}
