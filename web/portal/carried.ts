let carried: string | undefined;

/** Takes a text along to another page of the portal, in memory only: an address or a storage would keep it. */
export function carry(text: string): void {
  carried = text;
}

/** The text that was taken along, once; undefined where none was. */
export function takeCarried(): string | undefined {
  const text = carried;
  carried = undefined;
  return text;
}
