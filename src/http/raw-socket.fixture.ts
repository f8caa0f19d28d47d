import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection that speaks as a test wants, in whole bytes. */
export class RawSocket {
  readonly socket: Socket;
  said = '';
  readonly closed: Promise<unknown>;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => {
      this.said += piece;
    });
    // A reset ends the connection too; what was said before stays.
    socket.on('error', () => {});
    this.closed = new Promise((resolve) => socket.once('close', resolve));
  }

  static async open(url: string): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawSocket(socket);
  }

  write(text: string | Uint8Array): boolean {
    return this.socket.write(text);
  }

  /** Everything that was said until the other side closed. */
  async toEnd(): Promise<string> {
    await this.closed;
    return this.said;
  }
}

/** Status lines of all replies in a text. */
export const statusesIn = (text: string): string[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
