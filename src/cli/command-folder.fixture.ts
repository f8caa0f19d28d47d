import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';

/** A folder for each test of a command, and what the command has said in it. */
export interface CommandFolder {
  dir: string;
  said: string;
}

/** Makes the folder before each test and takes it away after; what is written to the terminal is kept instead. */
export function commandFolder(): CommandFolder {
  const folder: CommandFolder = { dir: '', said: '' };
  beforeEach(async () => {
    folder.dir = await mkdtemp(join(tmpdir(), 'qorgan-command-'));
    folder.said = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      folder.said += String(text);
      return true;
    });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder.dir, { recursive: true });
  });
  return folder;
}
