import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfiguration } from '../src/service/configuration/read-configuration.ts';
import { SETTINGS, type SettingKey } from '../src/service/configuration/settings.ts';
import { CONFIGURATION_PAGE, configurationReference } from './configuration-reference.ts';

const EXAMPLE = join(import.meta.dirname, '..', 'deploy', 'qorgan.yaml');

it('docs/reference/configuration.md is what the settings say now', () => {
  expect(readFileSync(CONFIGURATION_PAGE, 'utf8')).toBe(configurationReference());
});

it('deploy/qorgan.yaml is accepted as it is', async () => {
  const { file } = await readConfiguration({ QORGAN_CONFIG: EXAMPLE });
  expect(file).toBe(EXAMPLE);
});

it('deploy/qorgan.yaml has every key, and each would be accepted', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'qorgan-example-'));
  try {
    const all = join(dir, 'all.yaml');
    writeFileSync(all, readFileSync(EXAMPLE, 'utf8').replace(/^# (?=\w+:)/gm, ''));
    const { origins } = await readConfiguration({ QORGAN_CONFIG: all });
    const told = Object.keys(origins).filter((key) => origins[key as SettingKey] === 'file');
    expect(told).toEqual(Object.keys(SETTINGS));
  } finally {
    rmSync(dir, { recursive: true });
  }
});
