import { userInfo } from 'node:os';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { type Access, openAccess } from '../service/access/access.ts';
import {
  disableUser,
  enableUser,
  grantRole,
  resetPassword,
  resetTotp,
  revokeRole,
} from '../service/access/change-user.ts';
import { firstRun } from '../service/access/first-run.ts';
import { type Principal, terminalPrincipal } from '../service/access/principal.ts';
import { addUser, listUsers, parseRoles, type UserRow, userBy } from '../service/access/users.ts';
import { openAudit } from '../service/audit/audit.ts';
import { orThrow } from '../service/or-throw.ts';
import { languageOf, readArguments } from './arguments.ts';
import { type Configured, withStore } from './configured-store.ts';
import { say } from './texts.ts';
import { type Desk, needed, USER_OPTIONS, type UserOptions, usage } from './user-desk.ts';
import { institutionCommand } from './user-institutions.ts';
import { keyCommand } from './user-keys.ts';

/** Answers what is printed. */
type Command = (desk: Desk, words: readonly string[]) => Promise<string>;

const COMMANDS: Readonly<Record<string, Command>> = {
  list,
  add,
  institution: institutionCommand,
  key: keyCommand,
  'first-run': first,
  disable: (desk, words) => onUser(desk, words, disableUser),
  enable: (desk, words) => onUser(desk, words, enableUser),
  'reset-totp': (desk, words) => onUser(desk, words, resetTotp),
  'reset-password': newPassword,
  grant: (desk, words) => onRole(desk, words, grantRole),
  revoke: (desk, words) => onRole(desk, words, revokeRole),
};

/** `qorgan user …`: people, institutions and keys, by whoever runs the server. */
export async function runUser(args: readonly string[], terminal: Language): Promise<number> {
  const { values: options, positionals } = readArguments(args, USER_OPTIONS);
  const language = languageOf(options.lang, terminal);
  const [verb = '', ...words] = positionals;
  const command = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
  if (command === undefined) throw usage(Object.keys(COMMANDS).join('|'));
  const text = await withStore(process.env, async (configured) =>
    command(await deskOf(configured, options, language), words),
  );
  process.stdout.write(`${text}\n`);
  return 0;
}

async function deskOf(
  { store, url }: Configured,
  options: UserOptions,
  language: Language,
): Promise<Desk> {
  const access = openAccess({ store, audit: await openAudit({ store }) });
  const by = terminalPrincipal(userInfo().username);
  return { access, by, language, options, page: (path) => new URL(path, url).href };
}

async function list({ access, by, language }: Desk): Promise<string> {
  const lines: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: { items: UserRow[]; next: number | null } = orThrow(
      await listUsers(access, by, { after }),
    );
    lines.push(...page.items.map((user) => line(user, language)));
    after = page.next;
  }
  return lines.length === 0 ? say('userNone', language) : lines.join('\n');
}

function line(user: UserRow, language: Language): string {
  const states = [
    user.disabledAt !== null && say('userDisabled', language),
    user.outside && say('userOutside', language),
    !user.ready && say('userWaiting', language),
    !user.outside && !user.hasTotp && say('userNoCodes', language),
  ].filter((state) => state !== false);
  return [user.login, user.institution, user.roles.join(','), user.name, states.join(', ')].join(
    '\t',
  );
}

async function add({ access, by, language, page, options }: Desk, [login]: readonly string[]) {
  if (login === undefined) throw usage('add LOGIN --name … --institution … --role …');
  const { token } = orThrow(
    await addUser(access, by, {
      login,
      name: needed(options.name, 'name'),
      institution: needed(options.institution, 'institution'),
      roles: options.role ?? [],
    }),
  );
  return say('userAdded', language, { login, link: page(`/set-password#${token}`) });
}

async function first({ access, language, page }: Desk): Promise<string> {
  const token = await firstRun(access);
  if (token === undefined) throw new QorganError('QRG_FIRST_RUN_OVER');
  return say('firstRunLink', language, { link: page(`/first-run#${token}`) });
}

async function newPassword({ access, by, language, page }: Desk, [login]: readonly string[]) {
  const { userId } = await userNamed(access, by, login);
  const token = orThrow(await resetPassword(access, by, userId));
  return say('userLink', language, { link: page(`/set-password#${token}`) });
}

async function userNamed(access: Access, by: Principal, login: string | undefined) {
  if (login === undefined) throw usage('… LOGIN');
  return orThrow(await userBy(access, by, { login }));
}

async function onUser(
  { access, by, language }: Desk,
  [login]: readonly string[],
  act: typeof disableUser,
): Promise<string> {
  const user = await userNamed(access, by, login);
  orThrow(await act(access, by, user.userId));
  return say('userDone', language, { login: user.login });
}

async function onRole(
  { access, by, language }: Desk,
  [login, word]: readonly string[],
  act: typeof grantRole,
): Promise<string> {
  const user = await userNamed(access, by, login);
  const [role] = orThrow(parseRoles([word ?? '']));
  orThrow(await act(access, by, user.userId, role));
  return say('userDone', language, { login: user.login });
}
