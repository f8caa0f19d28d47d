import { afterEach, expect, test, vi } from 'vitest';
import { readConfiguration } from '../service/configuration/read-configuration.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { serveUntilStopped } from './serve-command.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describeOnStores('qorgan serve', (_, place) => {
  test('stops what it started when it cannot say where it is', async () => {
    const { dataDir, databaseUrl } = await place.freshOptions();
    const { values } = await readConfiguration({
      QORGAN_DATA: dataDir,
      QORGAN_DATABASE_URL: databaseUrl,
      QORGAN_LOG_LEVEL: 'silent',
      PORT: '0',
    });
    let url = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      url ||= /http:\S+/.exec(String(text))?.[0] ?? '';
      if (url !== '') throw new Error('EPIPE');
      return true;
    });
    await expect(serveUntilStopped(values, 'en', () => {})).rejects.toThrow('EPIPE');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
  });
});
