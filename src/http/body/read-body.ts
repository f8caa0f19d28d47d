import type { IncomingMessage } from 'node:http';
import { QorganError } from '../../domain/errors/catalogue.ts';

export interface BodyBounds {
  /** Bytes. */
  readonly most: number;
  /** The whole body must be here within this. */
  readonly withinMs: number;
}

/**
 * The whole body. Nothing is read of one that says it is too large, and of one that does not say, no more than the bound.
 * Throws QRG_HTTP_BODY_LARGE, QRG_HTTP_SLOW, QRG_HTTP_BODY_CUT; the connection is of no more use then.
 */
export function readBody(
  message: IncomingMessage,
  { most, withinMs }: BodyBounds,
): Promise<Buffer> {
  const told = Number(message.headers['content-length'] ?? Number.NaN);
  if (told > most) return Promise.reject(new QorganError('QRG_HTTP_BODY_LARGE', { most }));
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => end(new QorganError('QRG_HTTP_SLOW')), withinMs);
    const take = (part: Buffer): void => {
      length += part.length;
      if (length > most) end(new QorganError('QRG_HTTP_BODY_LARGE', { most }));
      else parts.push(part);
    };
    const finish = (): void => end();
    const cut = (): void => end(new QorganError('QRG_HTTP_BODY_CUT'));
    const end = (error?: QorganError): void => {
      clearTimeout(timer);
      message.off('data', take).off('end', finish).off('error', cut).off('aborted', cut);
      if (error === undefined) {
        resolve(parts.length === 1 ? parts[0] : Buffer.concat(parts, length));
        return;
      }
      message.pause();
      // The connection may still break while the refusal is on its way.
      message.on('error', () => {});
      reject(error);
    };
    message.on('data', take).on('end', finish).on('error', cut).on('aborted', cut);
  });
}

interface StreamBounds {
  /** Bytes. */
  readonly most: number;
  /** It may be silent for so long. */
  readonly idleMs: number;
  /** The whole body must be here within this, where it is no stream of hours. */
  readonly withinMs?: number;
}

/**
 * A body as a stream of its bytes, at the pace of whoever reads it. Throws from within the loop: QRG_HTTP_BODY_LARGE past the
 * bound, QRG_HTTP_SLOW when nothing came for `idleMs` though it was waited for or not all of it within `withinMs`,
 * QRG_HTTP_BODY_CUT when it broke off.
 */
export async function* streamBody(
  message: IncomingMessage,
  { most, idleMs, withinMs }: StreamBounds,
): AsyncGenerator<Buffer> {
  let length = 0;
  const slow = new QorganError('QRG_HTTP_SLOW');
  const whole =
    withinMs === undefined ? undefined : setTimeout(() => message.destroy(slow), withinMs);
  const parts = message.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const timer = setTimeout(() => message.destroy(slow), idleMs);
      const { done, value } = await parts.next().finally(() => clearTimeout(timer));
      if (done) return;
      length += value.length;
      if (length > most) throw new QorganError('QRG_HTTP_BODY_LARGE', { most });
      yield value;
    }
  } catch (error) {
    throw error instanceof QorganError ? error : new QorganError('QRG_HTTP_BODY_CUT');
  } finally {
    clearTimeout(whole);
  }
}
