import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { QorganError } from '../../domain/errors/catalogue.ts';

/** Whom PostgreSQL runs as. Undefined: as we do. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
}

/** Users to run it as when we are root, which PostgreSQL refuses; the first one that exists. */
const USERS = ['postgres', 'nobody'];

/** Who runs PostgreSQL in our place: nobody but ourselves, unless we are root. */
export async function whoRuns(): Promise<RunAs | undefined> {
  if (process.geteuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of USERS) {
    const entry = lines.find(([user]) => user === name);
    if (entry !== undefined) return { user: name, uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new QorganError('QRG_STORE_ROOT', { user: USERS.join(', '), path: '/etc/passwd' });
}

/** Throws QRG_STORE_ROOT naming the first folder on the way to `path`, or `path` itself, that the user cannot enter. */
export async function assertReachable(path: string, { uid, gid, user }: RunAs): Promise<void> {
  const way: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    way.unshift(at);
    if (at === dirname(at)) break;
  }
  for (const at of way) {
    const { mode, uid: owner, gid: group } = await stat(at);
    const search = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & search) === 0) throw new QorganError('QRG_STORE_ROOT', { user, path: at });
  }
}
