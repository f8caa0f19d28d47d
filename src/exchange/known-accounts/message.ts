import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { canonical } from '../canonical.ts';
import { ASKED_MOST, keyPrint, macOf } from './round.ts';

/** How such a message calls itself. */
const FORMAT = 'qorgan/known-accounts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

const body = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  kind: z.enum(['question', 'answer']),
  /** Of the question; an answer repeats it. */
  round: hex(32),
  /** Which key of the two parties. */
  key: hex(16),
  /** Who says it, by the code of its institution. */
  from: z.string().min(1).max(64),
  madeAt: z.iso.datetime(),
  tags: z.array(hex(64)).min(1).max(ASKED_MOST),
});
const message = z.strictObject({ ...body.shape, mac: hex(64) });

export type KnownAccountsBody = z.output<typeof body>;
export type KnownAccountsMessage = z.output<typeof message>;

/** The most bytes of a message: tags in JSON with their quotes. */
const BYTES_MOST = 128 * 1024;

/** A message as bytes; `mac` binds all of it to the key, so that nobody without it can ask or answer. */
export function writeMessage(told: KnownAccountsBody, key: Uint8Array): Uint8Array {
  const mac = macOf(key, 'message', canonical(told));
  return utf8ToBytes(`${JSON.stringify({ ...told, mac }, null, 1)}\n`);
}

/** Whether bytes call themselves such a message; nothing of it is checked. */
export const looksLikeMessage = (text: string): boolean =>
  text.slice(0, 200).includes(`"${FORMAT}"`);

/**
 * Reads a message. Errors: QRG_PACKAGE_KNOWN_FORM, QRG_PACKAGE_KNOWN_KEY (of none of the keys that the two share), and
 * QRG_PACKAGE_KNOWN_MAC (it was changed).
 */
export function readMessage(
  bytes: Uint8Array,
  keys: readonly Uint8Array[],
): Result<{ readonly message: KnownAccountsMessage; readonly key: Uint8Array }> {
  if (bytes.length > BYTES_MOST) return fail('QRG_PACKAGE_KNOWN_FORM', { path: 'size' });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('QRG_PACKAGE_KNOWN_FORM', { path: 'JSON' });
  }
  const read = message.safeParse(json);
  if (!read.success)
    return fail('QRG_PACKAGE_KNOWN_FORM', { path: read.error.issues[0]?.path.join('.') ?? '' });
  const { mac, ...told } = read.data;
  const key = keys.find((known) => keyPrint(known) === told.key);
  if (key === undefined) return fail('QRG_PACKAGE_KNOWN_KEY', { key: told.key });
  return macOf(key, 'message', canonical(told)) === mac
    ? ok({ message: read.data, key })
    : fail('QRG_PACKAGE_KNOWN_MAC');
}
