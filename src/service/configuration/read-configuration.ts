import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { QorganError } from '../../domain/errors/catalogue.ts';
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

/**
 * Reads the configuration: variables win over the file, the file over what is built in. Every value is checked; the first
 * that is wrong is named. Throws QRG_CONFIG_FILE, QRG_CONFIG_UNKNOWN, QRG_CONFIG_VALUE.
 */
export async function readConfiguration(variables: Variables): Promise<ReadConfiguration> {
  const { file, told } = await readFileSettings(variables.QORGAN_CONFIG);
  for (const key of Object.keys(told))
    if (!Object.hasOwn(SETTINGS, key)) throw new QorganError('QRG_CONFIG_UNKNOWN', { key });
  for (const name of Object.keys(variables))
    if (name.startsWith('QORGAN_') && !KNOWN_VARIABLES.has(name))
      throw new QorganError('QRG_CONFIG_UNKNOWN', { key: name });
  const values: Record<string, unknown> = {};
  const origins: Record<string, SettingOrigin> = {};
  for (const [key, setting] of Object.entries<Setting>(SETTINGS)) {
    const variable = variables[setting.variable] || undefined;
    origins[key] = variable !== undefined ? 'variable' : key in told ? 'file' : 'default';
    values[key] = checked(key, setting, variable ?? told[key]);
  }
  return {
    values: values as Configuration,
    origins: origins as Record<SettingKey, SettingOrigin>,
    file,
  };
}

/** Variables of the tests and of set-up besides the settings. */
const KNOWN_VARIABLES: ReadonlySet<string> = new Set([
  ...Object.values<Setting>(SETTINGS).map(({ variable }) => variable),
  'QORGAN_CONFIG',
  'QORGAN_LANG',
  'QORGAN_FUZZ',
  'QORGAN_FUZZ_SEED',
  'QORGAN_MANY_ALERTS',
  'QORGAN_PICTURES',
]);

function checked(key: string, { shape, variable, secret }: Setting, told: unknown): unknown {
  const read = shape.safeParse(told);
  if (read.success) return read.data;
  throw new QorganError('QRG_CONFIG_VALUE', {
    key,
    variable,
    value: secret ? '…' : String(told),
    reason: read.error.issues[0]?.message ?? '',
  });
}

async function readFileSettings(
  named: string | undefined,
): Promise<{ file: string | undefined; told: Record<string, unknown> }> {
  const file = named || DEFAULT_FILE;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (named || reason !== 'ENOENT') throw new QorganError('QRG_CONFIG_FILE', { file, reason });
    return { file: undefined, told: {} };
  }
  const told = parseYaml(file, text);
  return { file, told: told ?? {} };
}

function parseYaml(file: string, text: string): Record<string, unknown> | null {
  try {
    const told: unknown = parse(text);
    if (told === null || (typeof told === 'object' && !Array.isArray(told)))
      return told as Record<string, unknown> | null;
    throw new Error('key: value');
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new QorganError('QRG_CONFIG_FILE', { file, reason });
  }
}
