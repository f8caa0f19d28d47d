/** Files that somebody dropped or chose, in the order of their names; folders are walked. */

export interface Dropped {
  readonly files: readonly File[];
  /** More came than are taken. */
  readonly isCut: boolean;
}

export const FILES_MOST = 100;
/** Of one file; as the service takes them. */
export const BYTES_MOST = 16 * 2 ** 20;
/** Folders within folders, and what a system leaves in them. */
const DEPTH_MOST = 6;
const LEFT_BY_SYSTEMS = /^(\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

export const isWanted = (name: string): boolean => !LEFT_BY_SYSTEMS.test(name);

const byName = (a: File, b: File): number => a.name.localeCompare(b.name, 'ru');

export function chosen(files: readonly File[]): Dropped {
  const wanted = files.filter(({ name, size }) => isWanted(name) && size > 0).sort(byName);
  return { files: wanted.slice(0, FILES_MOST), isCut: wanted.length > FILES_MOST };
}

/** What a drop carries; read at once, for it is gone when its event is over. */
export async function dropped(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return chosen([...transfer.files]);
  const found: File[] = [];
  for (const entry of entries) if (entry !== null) await walk(entry, found, 0);
  return chosen(found);
}

async function walk(entry: FileSystemEntry, found: File[], depth: number): Promise<void> {
  if (depth > DEPTH_MOST || found.length > FILES_MOST || !isWanted(entry.name)) return;
  if (entry.isFile) {
    found.push(await fileOf(entry as FileSystemFileEntry));
    return;
  }
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry))
    await walk(child, found, depth + 1);
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((done, failed) => entry.file(done, failed));

/** A reader gives a hundred at a time, and nothing when it is done. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) =>
      reader.readEntries(done, failed),
    );
    if (some.length === 0 || all.length > FILES_MOST) return all;
    all.push(...some);
  }
}
