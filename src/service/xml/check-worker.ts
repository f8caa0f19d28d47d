import { parentPort, workerData } from 'node:worker_threads';
import { ok, type Result } from '../../domain/errors/catalogue.ts';
import { type AlteredPattern, readXsd, type XmlProblem } from './xsd.ts';

export interface CheckTask {
  /** Path of the schema. */
  readonly schema: string;
  readonly bytes: Uint8Array;
}

/** What a document was held to, and what is wrong with it. */
export interface XmlCheck {
  /** SHA-256 of the schema's file, hex. */
  readonly sha256: string;
  /** Patterns of the schema that had to be read differently (xsd-pattern.ts). */
  readonly altered: readonly AlteredPattern[];
  /** At most 100; none: valid. */
  readonly problems: readonly XmlProblem[];
}

async function check({ schema, bytes }: CheckTask): Promise<Result<XmlCheck>> {
  const read = await readXsd(schema);
  if (!read.ok) return read;
  const { sha256, altered } = read.value;
  return ok({ sha256, altered, problems: read.value.check(bytes) });
}

if (parentPort !== null) parentPort.postMessage(await check(workerData as CheckTask));
