/** The text without what a database takes for none: a NUL, and halves of surrogate pairs. */
export const plainText = (text: string): string => text.replaceAll('\0', '').toWellFormed();
