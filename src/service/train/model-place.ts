import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { makeFolder } from '../scan/make-folder.ts';
import { outError } from '../scan/out-folder.ts';

/**
 * Where a model will go: taken before learning begins, so that nobody waits minutes for a path that cannot be written.
 * The model gets its name when it is whole; a half-written one never has it.
 */
export class ModelPlace {
  readonly #path: string;
  readonly #beside: string;

  private constructor(path: string) {
    this.#path = path;
    this.#beside = `${path}.${process.pid}.tmp`;
  }

  /** Throws QRG_OUT_NOT_WRITABLE, QRG_OUT_DISK_FULL, QRG_OUT_NOT_A_FOLDER. */
  static async take(path: string): Promise<ModelPlace> {
    const place = new ModelPlace(path);
    try {
      await makeFolder(dirname(path));
      if (await isFolder(path)) throw new QorganError('QRG_OUT_NOT_WRITABLE', { dir: path });
      await (await open(place.#beside, 'w')).close();
      return place;
    } catch (error) {
      throw outError(error, dirname(path));
    }
  }

  async publish(text: string): Promise<void> {
    try {
      await writeFile(this.#beside, text);
      await rename(this.#beside, this.#path);
    } catch (error) {
      throw outError(error, this.#path);
    }
  }

  /** Leaves nothing behind; after `publish` there is nothing. */
  async discard(): Promise<void> {
    await rm(this.#beside, { force: true });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
