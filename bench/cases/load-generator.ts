// Asks a service for pages and reports how long each kind took, as one line of JSON. A process of its own, started by
// bench/cases.ts.  usage: node bench/cases/load-generator.ts PLAN.json

import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

export interface LoadPlan {
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Asked in turn by each of the connections. */
  readonly asks: readonly { readonly kind: string; readonly path: string }[];
  readonly connections: number;
}

export interface LoadReport {
  /** By kind: milliseconds of each request, sorted. */
  readonly took: Readonly<Record<string, readonly number[]>>;
  readonly bytes: number;
  /** Statuses other than 200, how often. */
  readonly failures: Readonly<Record<string, number>>;
}

const plan: LoadPlan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const agent = new Agent({ keepAlive: true, maxSockets: plan.connections });
const took: Record<string, number[]> = {};
const failures: Record<string, number> = {};
let bytes = 0;
let next = 0;

const ask = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get({ port: plan.port, path, headers: plan.headers, agent }, (response) => {
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    }).on('error', reject);
  });

async function work(): Promise<void> {
  for (let one = plan.asks[next++]; one !== undefined; one = plan.asks[next++]) {
    const from = performance.now();
    const status = await ask(one.path);
    if (status === 200) {
      took[one.kind] ??= [];
      took[one.kind].push(performance.now() - from);
    } else failures[`${one.kind} ${status}`] = (failures[`${one.kind} ${status}`] ?? 0) + 1;
  }
}

await Promise.all(Array.from({ length: plan.connections }, work));
for (const times of Object.values(took)) times.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ took, bytes, failures } satisfies LoadReport));
agent.destroy();
