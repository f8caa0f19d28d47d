import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { ROUTES } from '../http/routes.ts';
import { createHttpServer, type HttpServer } from '../http/server.ts';
import { firstRun } from '../service/access/first-run.ts';
import { Oidc } from '../service/access/oidc.ts';
import { readConfiguration } from '../service/configuration/read-configuration.ts';
import type { Configuration } from '../service/configuration/settings.ts';
import { packageRoot } from '../service/package-root.ts';
import { jsonLog } from '../service/running/json-log.ts';
import { type Parts, startParts } from '../service/running/start-parts.ts';
import { readArguments } from './arguments.ts';
import { say } from './texts.ts';

/** A decision service that listens. */
export interface Serving {
  readonly url: string;
  readonly parts: Parts;
  /** Finishes what is at work, writes what was taken, and ends. */
  stop(): Promise<void>;
}

/** Serves until it is told to stop. Exit code 0; 1 when the journal could not be kept. */
export async function runServe(
  args: readonly string[],
  language: Language,
  onStop: (stop: () => void) => void,
): Promise<number> {
  readArguments(args, { lang: { type: 'string' } });
  const { values } = await readConfiguration(process.env);
  return serveUntilStopped(values, language, onStop);
}

/**
 * The same with something to do while it serves.
 * @param then called when it listens; what it starts is to end by itself when the service stops
 */
export async function serveUntilStopped(
  config: Configuration,
  language: Language,
  onStop: (stop: () => void) => void,
  then: (serving: Serving) => Promise<void> = async () => {},
): Promise<number> {
  const ended = Promise.withResolvers<number>();
  const serving = await serve(config, language, (error) => {
    const what = error instanceof QorganError ? error.problem.code : String(error);
    process.stderr.write(`${say('serviceBroken', language, { what })}\n`);
    ended.resolve(1);
  });
  onStop(() => {
    process.stdout.write(`\n${say('serviceStopping', language)}\n`);
    ended.resolve(0);
  });
  try {
    await tellWhere(serving, config, language);
    then(serving).catch((error) => ended.reject(error));
    return await ended.promise;
  } finally {
    await serving.stop();
  }
}

async function serve(
  config: Configuration,
  language: Language,
  fatal: (error: unknown) => void,
): Promise<Serving> {
  const log = jsonLog(config.logLevel, (line) => process.stderr.write(line));
  const parts = await startParts(config, log, fatal);
  let http: HttpServer | undefined;
  try {
    const oidc = oidcOf(config, parts);
    const webRoot = builtPages('console');
    const portalRoot = builtPages('portal');
    http = await createHttpServer({
      services: { ...parts, ...(oidc && { oidc }), now: Date.now },
      routes: ROUTES,
      ...(webRoot && { webRoot }),
      ...(portalRoot && { portalRoot }),
      limits: { decisionsAtOnce: config.requestsMax },
      trustProxy: config.trustProxy,
      publicUrl: config.publicUrl,
      log: { level: config.logLevel, stream: process.stderr },
    });
    const server = http;
    const url = config.publicUrl ?? (await server.listen(config.port, config.host));
    if (config.publicUrl !== undefined) await server.listen(config.port, config.host);
    const { seq } = parts.live.state;
    const { replayed, recoveredInMs } = parts.recovery;
    process.stdout.write(
      `${say('serviceRecovered', language, { ms: recoveredInMs, seq, replayed })}\n`,
    );
    return {
      url,
      parts,
      async stop() {
        await server.stop();
        await parts.close();
      },
    };
  } catch (error) {
    await http?.stop();
    await parts.close();
    throw error;
  }
}

async function tellWhere(
  { parts, url }: Serving,
  config: Configuration,
  language: Language,
): Promise<void> {
  process.stdout.write(`${say('serviceAt', language, { url })}\n`);
  if (builtPages('portal') !== undefined)
    process.stdout.write(`${say('portalAt', language, { url: `${url}/portal/` })}\n`);
  const token = await firstRun(parts.access);
  if (token === undefined) return;
  const link = `${config.publicUrl ?? url}/first-run#${token}`;
  process.stdout.write(`${say('firstRunLink', language, { link })}\n`);
}

/** Built pages, where there are any. */
function builtPages(name: 'console' | 'portal'): string | undefined {
  const folder = join(packageRoot, 'build', 'web', name);
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
}

function oidcOf(config: Configuration, { access }: Parts): Oidc | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, publicUrl, port } = config;
  if (issuer === undefined || clientId === undefined) return undefined;
  return new Oidc(access, {
    issuer,
    clientId,
    clientSecret: config.oidcClientSecret,
    redirectUri: `${publicUrl ?? `http://localhost:${port}`}/v1/session/oidc/return`,
    rolesClaim: config.oidcRolesClaim,
    institutionClaim: config.oidcInstitutionClaim,
    roles: config.oidcRoles,
    institutions: config.oidcInstitutions,
    institution: config.oidcInstitution,
  });
}
