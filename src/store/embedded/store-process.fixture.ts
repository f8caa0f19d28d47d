import { createInterface } from 'node:readline';
import { openStore } from '../store.ts';

/*
 * A process that has the store of a data folder open.  usage: node store-process.fixture.ts DATA-DIR
 * Reads commands, a line each, and answers with a line each: `write N` adds institutions pN…, for ever if there is no N,
 * saying `wrote CODE` after each; `close`.
 */
const store = await openStore({ dataDir: process.argv[2] });
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
say(`open ${(store.connection as { port: number }).port}`);

const name = `p${process.pid}`;
let written = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const [command, count] = line.split(' ');
  if (command === 'close') break;
  if (command === 'write')
    await write(count === undefined ? Number.POSITIVE_INFINITY : Number(count));
}
await store.close();
say('closed');
process.stdin.destroy();

async function write(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const code = `${name}-${written++}`;
    await store.write((trx) =>
      trx
        .insertInto('institutions')
        .values({ code, name: code, kind: 'bank', created_at: 1 })
        .execute(),
    );
    say(`wrote ${code}`);
  }
}
