import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the name of a file that was created or renamed survive a power cut: its folder is written to disk. */
export async function syncFolder(file: string): Promise<void> {
  // Windows has no such thing: a folder cannot be opened there.
  if (process.platform === 'win32') return;
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Writes a new file for its owner only; its bytes are on disk when it resolves, its name after syncFolder. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
