import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { serveReport } from '../http/report-server.ts';
import { outError } from '../service/scan/out-folder.ts';
import { scan } from '../service/scan/scan.ts';
import { simulate } from '../sim/simulate.ts';
import { caseFolder } from '../sim/statements/case-folder.ts';
import { DEMO_TOWN } from './demo-town.ts';
import { fatal } from './fatal.ts';
import { onInterrupt } from './interrupt.ts';
import { portOf } from './port.ts';
import { summary, terminalListener } from './scan-command.ts';
import { say, terminalLanguage } from './texts.ts';

const DIR = 'qorgan-out';

const language = terminalLanguage(process.env);

/**
 * Simulates a town, puts the statements of one case into a folder, scans it, serves the report. The port is taken
 * first: where another one serves this report already, nothing of it is written over.
 */
async function start(): Promise<void> {
  const interrupt = onInterrupt(() => process.stderr.write(`\n${say('interrupted', language)}\n`));
  const out = join(DIR, 'report');
  const { server, url } = await serveReport(out, portOf(process.env));
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  try {
    await scanTown(out);
  } catch (error) {
    end();
    throw error;
  }
  interrupt.instead(() => {
    process.stdout.write(`\n${say('stopped', language)}\n`);
    end();
  });
  process.stdout.write(`${say('serving', language, { url })}\n`);
}

async function scanTown(out: string): Promise<void> {
  process.stdout.write(`${say('building', language)}\n`);
  const statements = join(DIR, 'statements');
  await rm(statements, { recursive: true, force: true });
  const world = simulate(DEMO_TOWN);
  await caseFolder(world, statements, { seed: DEMO_TOWN.seed });
  const result = await scan({ paths: [statements], out, language }, terminalListener(language));
  process.stdout.write(summary(result, language));
}

try {
  await start();
} catch (error) {
  fatal(outError(error, DIR), language);
}
