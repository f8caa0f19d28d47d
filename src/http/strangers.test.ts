import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnStores } from '../store/test-stores.ts';
import { nameOf, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { Served, servicesOn } from './served.fixture.ts';

const OPEN = ROUTES.filter(({ access, tag }) => access.public && tag !== 'service');

/** What somebody may put where a code, a number or a name stands. */
const WORDS = [
  'x',
  '0',
  '-1',
  '999999999999999999999',
  '%00',
  '%ff',
  '..%2f..%2fetc%2fpasswd',
  '__proto__',
  'constructor',
  "'%3B--",
  '%F0%9F%92%A9',
  '7KQ4-M2XD-9TRA-VC3H',
  'KPHMBTX',
  'report',
  'lesson-20',
  'А'.repeat(40),
  'a'.repeat(600),
];

const BODIES = [
  undefined,
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{}',
  '{"code":"7KQ4-M2XD-9TRA-VC3H"}',
  `{"key":"${'k'.repeat(43)}"}`,
  `{"key":"${'k'.repeat(43)}","from":"lobby","to":"pre"}`,
  '{"story":"offer","text":"\\ud800"}',
  '{"story":"offer","text":"\\u0000"}',
  '{"story":"offer","text":"ok","links":["\\u202e"],"phone":"()","handle":"@","card":"x"}',
  '{"story":"offer","text":"ok","proof":{"text":"r16.0.AAAAAAAA.AAAAAAAAAAAAAAAA","nonce":"0"}}',
  '{"sitting":"pre","answers":[{"item":"A1","said":"trap"},{"item":"A1","said":"genuine"}]}',
  '{"ageBand":"14_15"}',
  '{"login":"x","password":"y"}',
  `{"text":"${'a'.repeat(100_000)}"}`,
];

describeOnStores('whatever strangers send', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  const log: string[] = [];
  let callers = 0;

  beforeAll(async () => {
    services = await servicesOn(await open());
    const stream = { write: (line: string) => void log.push(line) };
    served = await Served.on(services, { trustProxy: true, log: { level: 'info', stream } });
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  /** Each from an address of its own: rates are not what is tried here. */
  const ask = (route: Route, word: string, body: string | undefined) => {
    callers++;
    const from = `10.7.${callers >> 8}.${callers & 255}`;
    const path = route.path.replaceAll(/:\w+/g, () => word);
    const type = route.stream?.types[0] ?? 'application/json';
    const headers = {
      'x-forwarded-for': from,
      ...(body !== undefined && { 'content-type': type }),
    };
    return served.ask(route.method, path, headers, body);
  };

  test.each(OPEN.map((route) => [nameOf(route), route] as const))(
    '%s: is no fault of ours',
    async (_, route) => {
      const words = route.path.includes(':') ? WORDS : [''];
      const bodies = route.method === 'GET' ? [undefined] : BODIES;
      const faults: string[] = [];
      // All bodies with the first word, and each other word with one of them.
      for (const [i, word] of words.entries())
        for (const body of i === 0 ? bodies : [bodies[i % bodies.length]]) {
          const { status } = await ask(route, word, body);
          if (status >= 500) faults.push(`${status} ${word} ${body?.slice(0, 80)}`);
        }
      expect(faults).toEqual([]);
    },
  );

  test('and nothing of it stands in the log', () => {
    const text = log.join('\n');
    expect(text).toContain('"route":"/v1/reports"');
    for (const word of ['7KQ4', 'KPHMBTX', 'passwd', 'kkkkk', 'aaaaa', '10.7.', 'fault'])
      expect(text).not.toContain(word);
  });
});
