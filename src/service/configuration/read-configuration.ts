import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { fail, ok, type Problem, QorganError, type Result } from '../../domain/errors/catalogue.ts';
import { type Configuration, SETTINGS, type Setting, type SettingKey } from './settings.ts';

/** Where the value of a setting came from. */
export type SettingOrigin = 'variable' | 'file' | 'default';

export interface ReadConfiguration {
  readonly values: Configuration;
  readonly origins: Readonly<Record<SettingKey, SettingOrigin>>;
  /** The file that was read, if one was. */
  readonly file: string | undefined;
}

/** Looked for in the working folder when QORGAN_CONFIG names no other. */
const DEFAULT_FILE = 'qorgan.yaml';

type Variables = Readonly<Record<string, string | undefined>>;

/** A configuration with all that is wrong in it; what cannot be taken has the value that is built in. */
export interface LookedAtConfiguration extends ReadConfiguration {
  readonly problems: readonly Problem[];
}

/**
 * Reads the configuration: variables win over the file, the file over what is built in. Every value is checked; the first
 * that is wrong is named. Throws QRG_CONFIG_FILE, QRG_CONFIG_UNKNOWN, QRG_CONFIG_VALUE.
 */
export async function readConfiguration(variables: Variables): Promise<ReadConfiguration> {
  const { problems, ...read } = await lookAtConfiguration(variables);
  const [first] = problems;
  if (first !== undefined) throw new QorganError(first.code, first.args);
  return read;
}

/** The same without an end at the first thing that is wrong: for who wants to see all of it. */
export async function lookAtConfiguration(variables: Variables): Promise<LookedAtConfiguration> {
  const read = await readFileSettings(variables.QORGAN_CONFIG);
  const problems: Problem[] = read.ok ? [] : [read.problem];
  const { file, told } = read.ok ? read.value : { file: undefined, told: {} };
  for (const key of Object.keys(told))
    if (!Object.hasOwn(SETTINGS, key)) problems.push({ code: 'QRG_CONFIG_UNKNOWN', args: { key } });
  for (const name of Object.keys(variables))
    if (name.startsWith('QORGAN_') && !KNOWN_VARIABLES.has(name))
      problems.push({ code: 'QRG_CONFIG_UNKNOWN', args: { key: name } });
  const values: Record<string, unknown> = {};
  const origins: Record<string, SettingOrigin> = {};
  for (const [key, setting] of Object.entries<Setting>(SETTINGS)) {
    const variable = variables[setting.variable] || undefined;
    const checked = check(key, setting, variable ?? told[key]);
    if (!checked.ok) problems.push(checked.problem);
    const isTold = checked.ok && (variable !== undefined || key in told);
    origins[key] = !isTold ? 'default' : variable !== undefined ? 'variable' : 'file';
    values[key] = checked.ok ? checked.value : setting.shape.parse(undefined);
  }
  return {
    values: values as Configuration,
    origins: origins as Record<SettingKey, SettingOrigin>,
    file,
    problems,
  };
}

/** Variables of the tests and of set-up besides the settings. */
const KNOWN_VARIABLES: ReadonlySet<string> = new Set([
  ...Object.values<Setting>(SETTINGS).map(({ variable }) => variable),
  'QORGAN_CONFIG',
  'QORGAN_LANG',
  'QORGAN_FUZZ',
  'QORGAN_FUZZ_SEED',
  'QORGAN_FEWER_LOOKS',
  'QORGAN_MANY_ALERTS',
  'QORGAN_MANY_CASES',
  'QORGAN_PICTURES',
  'QORGAN_SHOTS',
  'QORGAN_STORES',
]);

function check(key: string, { shape, variable, secret }: Setting, told: unknown): Result<unknown> {
  const read = shape.safeParse(told);
  if (read.success) return ok(read.data);
  return fail('QRG_CONFIG_VALUE', {
    key,
    variable,
    value: secret ? '…' : String(told),
    reason: read.error.issues[0]?.message ?? '',
  });
}

interface FileSettings {
  readonly file: string | undefined;
  readonly told: Readonly<Record<string, unknown>>;
}

async function readFileSettings(named: string | undefined): Promise<Result<FileSettings>> {
  const file = named || DEFAULT_FILE;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (named || reason !== 'ENOENT') return fail('QRG_CONFIG_FILE', { file, reason });
    return ok({ file: undefined, told: {} });
  }
  const told = parseYaml(file, text);
  return told.ok ? ok({ file, told: told.value ?? {} }) : told;
}

function parseYaml(file: string, text: string): Result<Record<string, unknown> | null> {
  try {
    const told: unknown = parse(text);
    if (told === null || (typeof told === 'object' && !Array.isArray(told)))
      return ok(told as Record<string, unknown> | null);
    throw new Error('key: value');
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return fail('QRG_CONFIG_FILE', { file, reason });
  }
}
