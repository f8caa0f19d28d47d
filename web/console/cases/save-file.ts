/** A browser may begin to save a file a while after it was told to. */
const FORGOTTEN_MS = 60_000;

/** Hands a file over to be saved. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGOTTEN_MS);
}
