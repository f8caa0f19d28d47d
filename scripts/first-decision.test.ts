import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Served, servicesOn } from '../src/http/served.fixture.ts';
import { describeOnStores } from '../src/store/test-stores.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'tutorial', 'first-decision.md');

/** A command of the page, and what the page says of its answer. */
interface Step {
  readonly command: string;
  readonly answer: readonly unknown[];
}

function stepsOf(page: string): Step[] {
  const blocks = [...page.matchAll(/^```(sh|json|ndjson)\n([\s\S]*?)^```/gm)].map(
    ([, kind, text]) => ({ kind, text }),
  );
  return blocks.flatMap(({ kind, text: command }, i) => {
    if (kind !== 'sh') return [];
    const { kind: form, text } = blocks[i + 1];
    const documents = form === 'ndjson' ? text.trim().split('\n') : [text];
    return [{ command, answer: documents.map((document) => JSON.parse(document)) }];
  });
}

/** What the curl of a command sends: as an argument, or on its standard input. */
function requestOf(command: string) {
  const heredoc = /<<'END'\n([\s\S]*?)^END$/m.exec(command)?.[1];
  const printed = /printf '([^']*)'/.exec(command)?.[1]?.replaceAll('\\n', '\n');
  const [, path = ''] = /localhost:8080(\/[^\s"]*)/.exec(command) ?? [];
  const headers = Object.fromEntries(
    [...command.matchAll(/-H '([^:']+): ([^']*)'/g)].map(([, name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const told = /-d '([^']*)'/.exec(command)?.[1];
  return { path, headers, body: told ?? heredoc ?? printed };
}

describeOnStores('the tutorial', (open) => {
  test('its commands are answered as it says', async () => {
    const services = await servicesOn(await open());
    const served = await Served.on(services);
    try {
      await served.institution('bank-a');
      const key = await served.key('bank-a', ['decisions:write', 'transfers:write', 'lists:write']);
      const steps = stepsOf(readFileSync(PAGE, 'utf8'));
      expect(steps).toHaveLength(9);
      for (const { command, answer } of steps) {
        const { path, headers, body } = requestOf(command);
        const reply = await served.ask('POST', path, { ...headers, ...key }, body);
        // Numbers and their words hold together by spaces that do not break.
        const text = (await reply.text()).replace(/[\u00a0\u202f]/g, ' ');
        const got = answer.length > 1 ? text.trim().split('\n') : [text];
        expect(got.map((document) => JSON.parse(document))).toMatchObject(answer);
      }
    } finally {
      await served.server.stop();
      await services.close();
    }
  });
});
