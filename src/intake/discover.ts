import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Problem } from '../domain/errors/catalogue.ts';
import { writtenByQorgan } from '../report/output-files.ts';
import { type FileKind, sniffKind } from './file-kind.ts';
import { rejectOfError } from './unreadable.ts';

/** A file of the input. */
export interface InputFile {
  readonly path: string;
  /** As the user sees it: relative to the folder that was named, or the path that was named itself. */
  readonly name: string;
  readonly kind: FileKind;
  readonly gzip: boolean;
  /** Bytes on disk. */
  readonly size: number;
}

export interface Discovered {
  /** In order of the paths given, inside a folder by name; the same on every machine. */
  readonly files: readonly InputFile[];
  /** Files and folders that could not be looked at, and named files of no known kind. */
  readonly problems: readonly { readonly name: string; readonly problem: Problem }[];
}

/** Hidden files, what editors and downloads leave half done, and Excel's locks. */
const SKIPPED = /^\.|^~\$|~$|\.(?:part|partial|crdownload|download|tmp|temp|swp|bak|lock)$/i;

/** Deeper than any filing of statements; stops a tree that has no end. */
const MOST_DEPTH = 32;

/** Compares by UTF-16 units: the same order in every locale. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Finds the input files under `paths` (files and folders), each once however often it is reached: by links, by a folder
 * named twice, by a loop. In folders hidden and half-written files are passed over, and so are files of no known kind, which
 * stand in `problems` as QRG_FILE_FORMAT; a file the user names is always looked at. Empty files are QRG_FILE_EMPTY.
 * The report of an earlier scan or evaluation is no input and is passed over; `out` is where this scan will write.
 */
export async function discover(paths: readonly string[], out?: string): Promise<Discovered> {
  const walk = new Walk(out === undefined ? '' : await realpath(out).catch(() => ''));
  // Of several folders each keeps its name, so that two files of one name stay apart.
  for (const path of paths)
    await walk.visit(path, '', paths.length > 1 ? `${basename(resolve(path))}/` : '', 0);
  return walk;
}

class Walk implements Discovered {
  readonly files: InputFile[] = [];
  readonly problems: { name: string; problem: Problem }[] = [];
  readonly #seen = new Set<string>();
  readonly #out: string;

  /** `out` is a real path, or ''. */
  constructor(out: string) {
    this.#out = out;
  }

  /** `name` is '' for a path that the user gave; `prefix` stands before the names inside of it. */
  async visit(path: string, name: string, prefix: string, depth: number): Promise<void> {
    const shown = name || path;
    try {
      const real = await realpath(path);
      if (this.#seen.has(real)) return;
      this.#seen.add(real);
      const about = await stat(real);
      const isOut = real === this.#out;
      if (about.isDirectory())
        await this.#folder(path, name === '' ? prefix : `${name}/`, depth, isOut);
      else if (about.isFile()) await this.#file(path, name || basename(path), about.size);
      else if (name === '') this.#note(shown, { code: 'QRG_FILE_FORMAT', args: { file: shown } });
    } catch (error) {
      this.#note(shown, rejectOfError(error, shown));
    }
  }

  async #folder(path: string, prefix: string, depth: number, isOut: boolean): Promise<void> {
    if (depth > MOST_DEPTH) {
      const reason = `more than ${MOST_DEPTH} folders deep`;
      this.#note(prefix, { code: 'QRG_FILE_UNREADABLE', args: { file: prefix, reason } });
      return;
    }
    const names = await readdir(path);
    const written = new Set(writtenByQorgan(names, isOut));
    const entries = names.filter((name) => !SKIPPED.test(name) && !written.has(name)).sort(byName);
    for (const entry of entries) await this.visit(join(path, entry), prefix + entry, '', depth + 1);
  }

  async #file(path: string, name: string, size: number): Promise<void> {
    if (size === 0) {
      this.#note(name, { code: 'QRG_FILE_EMPTY', args: { file: name } });
      return;
    }
    const { kind, gzip } = await sniffKind(path);
    if (kind === 'unknown') this.#note(name, { code: 'QRG_FILE_FORMAT', args: { file: name } });
    else if (kind === 'pdf') this.#note(name, { code: 'QRG_FILE_PDF', args: { file: name } });
    else this.files.push({ path, name, kind, gzip, size });
  }

  #note(name: string, problem: Problem): void {
    this.problems.push({ name, problem });
  }
}
