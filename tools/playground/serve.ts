import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the files of a folder on the loopback interface, packed as usual, below a path if there is one. */
export async function serve(folder: string, { port = 0, path = '/' } = {}): Promise<Served> {
  const all = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const names = new Map(all.map((name) => [`${path}${name}`, name]));
  // The page of a folder.
  for (const name of all) names.set(`${path}${name}`.replace(/\/index\.html$/, '/'), name);
  const server = createServer(async ({ method, url = '/', headers }, response) => {
    const name = names.get(url.replace(/\?.*$/s, ''));
    const isRead = method === 'GET' || method === 'HEAD';
    // A build at the same time may have deleted the file.
    const bytes = name !== undefined && isRead ? await readFile(join(folder, name)).catch(() => null) : null;
    if (name === undefined || !bytes) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.\n');
      return;
    }
    const type = types[extname(name)] ?? 'application/octet-stream';
    const isPacked = /\bgzip\b/.test(String(headers['accept-encoding']));
    response.writeHead(200, {
      'content-type': type,
      ...(isPacked && { 'content-encoding': 'gzip' }),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
    if (method === 'HEAD') response.end();
    else response.end(isPacked ? gzipSync(bytes) : bytes);
  });
  return { address: `http://127.0.0.1:${await listen(server, port)}${path}`, stop: () => stop(server) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
