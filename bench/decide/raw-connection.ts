import { connect, type Socket } from 'node:net';

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One kept-alive HTTP connection, one request at a time. As little work as a client can do: the generator shares the cores
 * with what it measures. Understands replies with a content-length and chunked ones.
 */
export class RawConnection {
  readonly #port: number;
  readonly #host: string;
  readonly #head: string;
  #socket: Socket | undefined;
  #read: Buffer = Buffer.alloc(0);
  #waiting: PromiseWithResolvers<Reply> | undefined;

  constructor(host: string, port: number, path: string, headers: Readonly<Record<string, string>>) {
    this.#host = host;
    this.#port = port;
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n${lines.join('')}content-length: `;
  }

  /** Connects; a request connects by itself where it has to. */
  async connect(): Promise<void> {
    this.#socket ??= await this.#open();
  }

  /** Rejects when the connection ends before the reply. */
  async post(body: string): Promise<Reply> {
    this.#socket ??= await this.#open();
    const waiting = Promise.withResolvers<Reply>();
    this.#waiting = waiting;
    this.#socket.write(`${this.#head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
    return waiting.promise;
  }

  close(): void {
    this.#socket?.destroy();
  }

  async #open(): Promise<Socket> {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    socket.on('data', (piece) => this.#take(piece));
    socket.on('error', () => {});
    socket.on('close', () => {
      // One that was left for another has nothing to say any more.
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#read = Buffer.alloc(0);
      this.#waiting?.reject(new Error('connection ended'));
    });
    return socket;
  }

  #take(piece: Buffer): void {
    this.#read = this.#read.length === 0 ? piece : Buffer.concat([this.#read, piece]);
    const headEnd = this.#read.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#read.toString('latin1', 0, headEnd).toLowerCase();
    const body = bodyOf(head, this.#read.subarray(headEnd + HEAD_END.length));
    if (body === undefined) return;
    this.#read = Buffer.alloc(0);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (head.includes('\r\nconnection: close')) {
      this.#socket?.destroy();
      this.#socket = undefined;
    }
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}

/** The whole body, or undefined while some of it is still to come. */
function bodyOf(head: string, rest: Buffer): Buffer | undefined {
  const length = /\r\ncontent-length: (\d+)/.exec(head);
  if (length) return rest.length < Number(length[1]) ? undefined : rest;
  if (/\r\ntransfer-encoding: chunked/.test(head))
    return rest.toString('latin1').endsWith('0\r\n\r\n') ? rest : undefined;
  return rest;
}
