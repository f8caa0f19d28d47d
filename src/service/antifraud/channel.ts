import type { AntifraudAnswer, AntifraudMessage } from '../../exchange/antifraud/message.ts';

/**
 * A way to the anti-fraud centre of one institution. The centre's own protocol is not public to Qorgan: a bank joins its gateway by
 * an implementation of this interface. What Qorgan brings is one of files (folder-channel.ts).
 *
 * Whoever implements it holds to this:
 * - `send` resolves when the message cannot be lost any more, and sending an id again does nothing.
 * - `receive` may give a message more than once, until `acknowledge` has resolved for it.
 * - A message that does not hold to the form is kept and told as a reject, never dropped.
 */
export interface AntifraudChannel {
  send(message: AntifraudMessage): Promise<'sent' | 'already_sent'>;
  /** Answers of the other side to what was sent, at most `most`; each is told once. */
  answers(most: number): Promise<readonly AntifraudAnswer[]>;
  /** Messages of the other side, oldest name first, at most `most`, and what was refused on the way. */
  receive(most: number): Promise<Received>;
  /** The message was taken in: the other side is told, and it is given no more. */
  acknowledge(id: string): Promise<void>;
}

export interface Received {
  readonly messages: readonly AntifraudMessage[];
  readonly rejected: readonly RejectedFile[];
}

/** A file that is no message; it is kept beside its reason. */
export interface RejectedFile {
  readonly name: string;
  readonly why: string;
}
