import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { syncFolder } from '../durable-file.ts';
import { READER_ROLE } from '../row-security.ts';
import type { Binaries } from './binaries.ts';
import { run } from './program.ts';
import type { RunAs } from './run-as.ts';

/** User, database and reader of the embedded server. */
export const USER = 'qorgan';

/** The folder of an embedded server: `data` is PostgreSQL's, `password` lets us in, `server.log` is what it says. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
}

const folderIn = (dataDir: string): string => join(dataDir, 'postgres');

/** Whether there is a cluster in `<dataDir>/postgres`; makes none. */
export const hasCluster = (dataDir: string): Promise<boolean> => exists(folderIn(dataDir));

/** Finds the cluster in `<dataDir>/postgres`, or makes it. Throws QRG_STORE_OTHER_MAJOR, QRG_STORE_START. */
export async function openCluster(
  dataDir: string,
  binaries: Binaries,
  runAs: RunAs | undefined,
): Promise<Cluster> {
  const folder = folderIn(dataDir);
  if (!(await exists(folder))) await makeCluster(dataDir, folder, binaries, runAs);
  const data = join(folder, 'data');
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (found !== String(binaries.major))
    throw new QorganError('QRG_STORE_OTHER_MAJOR', { found, needed: binaries.major });
  const password = (await readFile(join(folder, 'password'), 'utf8')).trim();
  return { folder, data, log: join(folder, 'server.log'), password };
}

/**
 * Everything is made in a scratch folder and appears under its name when it is whole: a start that was cut off leaves
 * nothing half made, and of two processes one wins.
 */
async function makeCluster(
  dataDir: string,
  folder: string,
  binaries: Binaries,
  runAs: RunAs | undefined,
): Promise<void> {
  const scratch = join(dataDir, `.postgres-${process.pid}-${randomBytes(4).toString('hex')}`);
  const own = async (path: string): Promise<void> => {
    if (runAs) await chown(path, runAs.uid, runAs.gid);
  };
  await mkdir(scratch, { mode: 0o700 });
  try {
    await own(scratch);
    const password = randomBytes(24).toString('base64url');
    // Nobody keeps the superuser's password: the service is an ordinary user, which owns its database and no more.
    const superuser = join(scratch, 'superuser');
    for (const [file, secret] of [
      [join(scratch, 'password'), password],
      [superuser, randomBytes(24).toString('base64url')],
    ] as const) {
      await writeFile(file, `${secret}\n`, { mode: 0o600 });
      await own(file);
    }
    await run(
      binaries.initdb,
      initArgs(join(scratch, 'data'), superuser, binaries.major),
      runAs,
      scratch,
    );
    await rm(superuser);
    await runSingle(binaries, join(scratch, 'data'), runAs, firstStatements(password));
    await appear(scratch, folder);
  } catch (error) {
    throw startFailed(error);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const initArgs = (data: string, passwordFile: string, major: number): string[] => [
  ...['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
  // The order of texts is that of their code points on every machine and in every version; people's order is made in code.
  ...['--encoding=UTF8', '--locale=C'],
  ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
  ...['--data-checksums', '--no-instructions'],
];

/** One a line, as the single-user mode reads them. The password is of letters, digits, - and _. */
const firstStatements = (password: string): string =>
  `CREATE ROLE ${USER} LOGIN PASSWORD '${password}'
CREATE ROLE ${READER_ROLE} NOLOGIN
GRANT ${READER_ROLE} TO ${USER}
CREATE DATABASE ${USER} OWNER ${USER}
`;

/** Runs statements, one a line, on a server that is not running: nobody else gets in meanwhile. */
export const runSingle = (
  { postgres }: Binaries,
  data: string,
  runAs: RunAs | undefined,
  statements: string,
): Promise<void> => run(postgres, ['--single', '-D', data, 'postgres'], runAs, data, statements);

async function appear(scratch: string, folder: string): Promise<void> {
  try {
    await rename(scratch, folder);
    await syncFolder(folder);
  } catch (error) {
    // Another process was quicker: its cluster is ours too.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

export function startFailed(error: unknown): QorganError {
  if (error instanceof QorganError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const full = /ENOSPC|No space left on device/.test(reason);
  const failed = new QorganError(full ? 'QRG_STORE_DISK_FULL' : 'QRG_STORE_START', { reason });
  failed.cause = error;
  return failed;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
