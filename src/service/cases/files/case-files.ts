import { join } from 'node:path';

/** Largest file of a case. */
export const FILE_MOST_BYTES = 50 * 2 ** 20;
/** Files of one case. */
export const FILES_MOST = 200;

/** Where files of a case lie. */
export const caseFolder = (dataDir: string, folder: number): string =>
  join(dataDir, 'cases', String(folder));

/** Where one file lies. `folder` is the case that it was brought to. */
export const filePath = (
  dataDir: string,
  { folder, file_id }: { readonly folder: number; readonly file_id: number },
): string => join(caseFolder(dataDir, folder), `${file_id}.sealed`);
