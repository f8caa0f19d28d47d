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

/** Simulates a town, puts the statements of one case into a folder, scans it, serves the report. */
async function start(): Promise<void> {
  const port = portOf(process.env);
  const interrupt = onInterrupt(() => process.stderr.write(`\n${say('interrupted', language)}\n`));
  process.stdout.write(`${say('building', language)}\n`);
  const statements = join(DIR, 'statements');
  await rm(statements, { recursive: true, force: true });
  const world = simulate(DEMO_TOWN);
  await caseFolder(world, statements, { seed: DEMO_TOWN.seed });
  const out = join(DIR, 'report');
  const result = await scan({ paths: [statements], out, language }, terminalListener(language));
  process.stdout.write(summary(result, language));
  const { server, url } = await serveReport(out, port);
  interrupt.instead(() => {
    process.stdout.write(`\n${say('stopped', language)}\n`);
    server.close();
    server.closeAllConnections();
  });
  process.stdout.write(`${say('serving', language, { url })}\n`);
}

try {
  await start();
} catch (error) {
  fatal(outError(error, DIR), language);
}
