import { QorganError } from '../domain/errors/catalogue.ts';
import { readConfiguration } from '../service/configuration/read-configuration.ts';
import { playTown, type TownOptions } from '../service/town/play-town.ts';
import { fatal } from './fatal.ts';
import { onInterrupt } from './interrupt.ts';
import { serveUntilStopped } from './serve-command.ts';
import { say, terminalLanguage } from './texts.ts';

/**
 * Small enough to be there in seconds, large enough to have rings of every kind; in this one a drug shop, a fraud chain and two
 * more are at work when it is founded.
 */
const TOWN: TownOptions = {
  seed: 178,
  people: 2_000,
  history: 30,
  future: 365,
  playedHours: 24,
  speed: 60,
};

/** What `npm start` starts: the decision service with its embedded store, and a simulated town that uses it. */
const language = terminalLanguage(process.env);
const interrupt = onInterrupt(() => process.stderr.write(`\n${say('interrupted', language)}\n`));
const stopping = new AbortController();
try {
  const { values } = await readConfiguration(process.env);
  process.exitCode = await serveUntilStopped(
    values,
    language,
    (stop) =>
      interrupt.instead(() => {
        stopping.abort();
        stop();
      }),
    async ({ parts }) => {
      const { people, history } = TOWN;
      await playTown(
        { ...parts, config: values, now: Date.now },
        TOWN,
        {
          loading: () =>
            process.stdout.write(`${say('townLoading', language, { people, days: history })}\n`),
          loaded: (transfers) =>
            process.stdout.write(`${say('townLoaded', language, { transfers })}\n`),
          told: (told) => process.stdout.write(`${say('townTold', language, { ...told })}\n`),
          failed: (error) => process.stderr.write(`${String(error)}\n`),
        },
        stopping.signal,
      ).catch((error: unknown) => {
        // The service is stopping: the town's last words are not lost, they are sent at the next start.
        if (!(error instanceof QorganError && error.problem.code === 'QRG_STOPPING')) throw error;
      });
    },
  );
} catch (error) {
  fatal(error, language);
}
