import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { lookAtConfiguration, readConfiguration } from './read-configuration.ts';

const dir = mkdtempSync(join(tmpdir(), 'qorgan-config-'));
afterAll(() => rmSync(dir, { recursive: true }));

function fileOf(text: string): string {
  const path = join(dir, 'qorgan.yaml');
  writeFileSync(path, text);
  return path;
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof QorganError ? error.problem.code : String(error);
};

describe('configuration', () => {
  test('a variable wins over the file, the file over what is built in', async () => {
    const QORGAN_CONFIG = fileOf('port: 9001\nwaitingMax: 10000\n');
    const { values, origins } = await readConfiguration({ QORGAN_CONFIG, PORT: '9002' });
    expect([values.port, origins.port]).toEqual([9002, 'variable']);
    expect([values.waitingMax, origins.waitingMax]).toEqual([10_000, 'file']);
    expect([values.currency, origins.currency]).toEqual(['KZT', 'default']);
  });

  test('an empty variable is as if it were not there', async () => {
    const { values } = await readConfiguration({ QORGAN_CONFIG: fileOf(''), PORT: '' });
    expect(values.port).toBe(8080);
  });

  test.each([
    ['prot: 9001', 'QRG_CONFIG_UNKNOWN'],
    ['port: yes please', 'QRG_CONFIG_VALUE'],
    ['port: 65536', 'QRG_CONFIG_VALUE'],
    // A whole batch would be refused as too much for ever.
    ['waitingMax: 8191', 'QRG_CONFIG_VALUE'],
    ['- port', 'QRG_CONFIG_FILE'],
    ['port: [', 'QRG_CONFIG_FILE'],
    ['trustProxy: perhaps', 'QRG_CONFIG_VALUE'],
    ['trustProxy: [10.0.0.0/33]', 'QRG_CONFIG_VALUE'],
    ['trustProxy: [proxy.example]', 'QRG_CONFIG_VALUE'],
  ])('%s is refused with %s', async (text, code) => {
    expect(await codeOf(readConfiguration({ QORGAN_CONFIG: fileOf(text) }))).toBe(code);
  });

  test('lists and tables come from a variable as from the file', async () => {
    const told = 'secondFactorFor: [admin, auditor]\noidcRoles:\n  aml: analyst\n';
    const { values: file } = await readConfiguration({ QORGAN_CONFIG: fileOf(told) });
    const { values: variable } = await readConfiguration({
      QORGAN_CONFIG: fileOf(''),
      QORGAN_SECOND_FACTOR_FOR: 'admin, auditor',
      QORGAN_OIDC_ROLES: '{"aml":"analyst"}',
    });
    expect(file).toEqual(variable);
    expect(file.secondFactorFor).toEqual(['admin', 'auditor']);
    const wrong = readConfiguration({ QORGAN_CONFIG: fileOf('secondFactorFor: [boss]') });
    expect(await codeOf(wrong)).toBe('QRG_CONFIG_VALUE');
  });

  test.each([
    ['trustProxy: true', 'yes', true],
    ['trustProxy: false', 'no', false],
    ['trustProxy: [10.0.0.1, "fd00::/8"]', '10.0.0.1, fd00::/8', ['10.0.0.1', 'fd00::/8']],
    ['trustProxy: 10.0.0.0/8', '10.0.0.0/8', ['10.0.0.0/8']],
  ])('%s, or %s in a variable', async (text, variable, read) => {
    const file = await readConfiguration({ QORGAN_CONFIG: fileOf(text) });
    expect(file.values.trustProxy).toEqual(read);
    const told = await readConfiguration({
      QORGAN_CONFIG: fileOf(''),
      QORGAN_TRUST_PROXY: variable,
    });
    expect(told.values.trustProxy).toEqual(read);
  });

  test('a variable nobody knows is a slip of the pen', async () => {
    const asked = readConfiguration({ QORGAN_CONFIG: fileOf(''), QORGAN_DATABSE_URL: 'x' });
    expect(await codeOf(asked)).toBe('QRG_CONFIG_UNKNOWN');
  });

  test('the language of the terminal is no setting of the service, and no slip either', async () => {
    const { values } = await readConfiguration({ QORGAN_CONFIG: fileOf(''), QORGAN_LANG: 'kk' });
    expect(values.port).toBe(8080);
  });

  test('a file that was named must be there; the usual one may be missing', async () => {
    expect(await codeOf(readConfiguration({ QORGAN_CONFIG: join(dir, 'none.yaml') }))).toBe(
      'QRG_CONFIG_FILE',
    );
  });

  test('a secret is not repeated in the error about it', async () => {
    const asked = readConfiguration({
      QORGAN_CONFIG: fileOf(''),
      QORGAN_DATABASE_URL: 'mysql://user:secret@host',
    });
    const error = await asked.catch((e: Error) => e);
    expect(String(error)).toContain('QORGAN_DATABASE_URL');
    expect(String(error)).not.toContain('secret');
  });

  test('who looks at all of it sees everything that is wrong, and what would be without', async () => {
    const QORGAN_CONFIG = fileOf('prot: 1\nport: yes\nhost: 10.0.0.1\n');
    const look = await lookAtConfiguration({ QORGAN_CONFIG, QORGAN_DATABSE_URL: 'x' });
    expect(look.problems.map(({ code, args }) => [code, args?.key])).toEqual([
      ['QRG_CONFIG_UNKNOWN', 'prot'],
      ['QRG_CONFIG_UNKNOWN', 'QORGAN_DATABSE_URL'],
      ['QRG_CONFIG_VALUE', 'port'],
    ]);
    expect([look.values.host, look.origins.host]).toEqual(['10.0.0.1', 'file']);
    expect([look.values.port, look.origins.port]).toEqual([8080, 'default']);
    const none = await lookAtConfiguration({ QORGAN_CONFIG: join(dir, 'none.yaml') });
    expect(none.problems.map(({ code }) => code)).toEqual(['QRG_CONFIG_FILE']);
  });
});
