import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a test and its database, on loopback, and fails when told to. */
export class DatabaseProxy {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #refusing = false;
  #mute = false;
  /** Connections that were made so far. */
  made = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens on a free port and forwards to `port`. */
  static async open(port: number): Promise<DatabaseProxy> {
    const server = createServer();
    const proxy = new DatabaseProxy(server);
    server.on('connection', (near) => proxy.#join(near, port));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return address.port;
  }

  #join(near: Socket, port: number): void {
    near.on('error', () => {});
    if (this.#refusing) {
      near.destroy();
      return;
    }
    this.made++;
    const far = connect(port, '127.0.0.1');
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    far.on('error', () => {});
    near.on('data', (piece) => far.write(piece));
    far.on('data', (piece) => {
      if (!this.#mute) near.write(piece);
    });
    const end = (): void => {
      near.destroy();
      far.destroy();
      this.#pairs.delete(pair);
    };
    near.on('close', end);
    far.on('close', end);
  }

  /** The database is gone: connections end, new ones are refused. */
  cut(): void {
    this.#refusing = true;
    for (const [near, far] of this.#pairs) {
      near.destroy();
      far.destroy();
    }
  }

  /** The database hears what is asked, and its answers get lost. */
  loseAnswers(): void {
    this.#mute = true;
  }

  mend(): void {
    this.#refusing = false;
    this.#mute = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
