import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';

/** What a report folder holds for a browser; nothing else of the disk can be asked for. */
const FILES: Readonly<Record<string, { name: string; type: string }>> = {
  '/': { name: 'report.html', type: 'text/html; charset=utf-8' },
  '/report.html': { name: 'report.html', type: 'text/html; charset=utf-8' },
  '/report.xlsx': {
    name: 'report.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  '/transfers.csv': { name: 'transfers.csv', type: 'text/csv; charset=utf-8' },
  '/accounts.csv': { name: 'accounts.csv', type: 'text/csv; charset=utf-8' },
  '/gaps.csv': { name: 'gaps.csv', type: 'text/csv; charset=utf-8' },
  '/rejects.csv': { name: 'rejects.csv', type: 'text/csv; charset=utf-8' },
  '/networks.json': { name: 'networks.json', type: 'application/json' },
};

/**
 * Serves one finished report folder on this machine only. Throws QRG_PORT_TAKEN.
 * @returns the server, listening, and its address
 */
export async function serveReport(
  dir: string,
  port: number,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    // Not parsed as a URL: a path like '//' is none, and whoever asks for it must not end the server.
    const [path = '/'] = (request.url ?? '/').split('?');
    const file = FILES[path];
    if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(file === undefined ? 404 : 405, { 'content-type': 'text/plain' });
      response.end(file === undefined ? '404\n' : '405\n');
      return;
    }
    void send(join(dir, file.name), file.type, request.method === 'HEAD', response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new QorganError('QRG_PORT_TAKEN', { port, next: port < 1024 ? 8080 : port + 1 })
          : error,
      ),
    );
    server.listen(port, 'localhost', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return { server, url: `http://localhost:${bound}` };
}

async function send(
  path: string,
  type: string,
  headOnly: boolean,
  response: ServerResponse,
): Promise<void> {
  try {
    const { size } = await stat(path);
    response.writeHead(200, {
      'content-type': type,
      'content-length': size,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    if (headOnly) response.end();
    else
      createReadStream(path)
        .on('error', () => response.destroy())
        .pipe(response);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('404\n');
  }
}
