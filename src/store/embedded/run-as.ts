import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { QorganError } from '../../domain/errors/catalogue.ts';

/** Whom PostgreSQL runs as. Undefined: as we do. */
export interface RunAs {
  readonly user: string;
  readonly uid: number;
  readonly gid: number;
  /** A folder on the way is closed to the user: it needs leave to pass. */
  readonly passes: boolean;
}

/** Users to run it as when we are root, which PostgreSQL refuses; the first one that exists. */
const USERS = ['postgres', 'nobody'];

/**
 * Who runs PostgreSQL in our place: nobody but ourselves, unless we are root. `passes` is set when the user cannot get to
 * one of the paths, as in root's own home; `closed` is the first such place.
 */
export async function whoRuns(
  paths: readonly string[],
): Promise<{ runAs: RunAs | undefined; closed?: string }> {
  if (process.geteuid?.() !== 0) return { runAs: undefined };
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const user of USERS) {
    const entry = lines.find(([name]) => name === user);
    if (entry === undefined) continue;
    const [uid, gid] = [Number(entry[2]), Number(entry[3])];
    const closed = await firstClosed(paths, uid, gid);
    const runAs = { user, uid, gid, passes: closed !== undefined };
    return closed === undefined ? { runAs } : { runAs, closed };
  }
  throw new QorganError('QRG_STORE_ROOT', { user: USERS.join(', '), path: '/etc/passwd' });
}

/** The first folder on the way to one of the paths, or path itself, that the user may not search or run. */
async function firstClosed(
  paths: readonly string[],
  uid: number,
  gid: number,
): Promise<string | undefined> {
  for (const at of new Set(paths.flatMap(wayTo))) {
    const { mode, uid: owner, gid: group } = await stat(at);
    const search = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & search) === 0) return at;
  }
  return undefined;
}

function wayTo(path: string): string[] {
  const at = resolve(path);
  return at === dirname(at) ? [at] : [...wayTo(dirname(at)), at];
}

/**
 * The words before a command that run it as the user with one right of root kept: to pass by the modes of files
 * (CAP_DAC_OVERRIDE), and no way to any other. Used only where a folder on the way is closed, and needs setpriv of
 * util-linux. The database user of the service is no superuser, so no statement of ours reaches a file by it.
 */
export const passingAs = ({ uid, gid }: RunAs): string[] => [
  'setpriv',
  ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs'],
  // PostgreSQL asks by access(2), which forgets the rights of a user that is not root unless told not to.
  '--securebits=+no_setuid_fixup',
  ...['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override'],
];
