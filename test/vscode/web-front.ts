import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';

/** The names of the page's developer options, by path on this server. */
export interface WebFront {
  readonly address: URL;
  close(): void;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * A server in front of the editor's server, because the page's content policy only allows its own origin. It serves
 * the folders under `/__<name>/`, makes the workbench run them as extensions in the page's worker, and forwards all
 * other requests.
 */
export async function startWebFront(
  editorPort: number,
  folders: Readonly<Record<string, string>>,
  tests: string,
): Promise<WebFront> {
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://front');
    const [, name = '', rest = ''] = /^\/__(\w+)\/(.*)$/.exec(url.pathname) ?? [];
    const folder = folders[name];
    if (folder) return sendFile(path.join(folder, path.normalize(`/${decodeURIComponent(rest)}`)), response);
    if (url.pathname === '/')
      return pass(incoming, response, (page) => withDevelopment(page, address, Object.keys(folders), tests));
    return pass(incoming, response);
  });
  const pass = (incoming: IncomingMessage, response: ServerResponse, change?: (page: string) => string) => {
    const headers = { ...incoming.headers, ...(change ? { 'accept-encoding': 'identity' } : {}) };
    const onward = request({
      host: '127.0.0.1',
      port: editorPort,
      method: incoming.method,
      path: incoming.url,
      headers,
    });
    onward.on('error', () => response.destroy());
    onward.on('response', (answer) => {
      if (!change || answer.statusCode !== 200) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { 'content-length': _, ...kept } = answer.headers;
        response.writeHead(200, kept).end(change(Buffer.concat(chunks).toString()));
      });
    });
    incoming.pipe(onward);
  };
  server.on('upgrade', (incoming, socket, head) => passUpgrade(editorPort, incoming, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { address, close: () => void server.close().closeAllConnections() };
}

function sendFile(file: string, response: ServerResponse): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

function passUpgrade(port: number, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
  const onward = request({ host: '127.0.0.1', port, path: incoming.url, headers: incoming.headers });
  onward.on('upgrade', (answer, upstream, first) => {
    const lines = answer.rawHeaders.flatMap((name, index, all) =>
      index % 2 ? [] : `${name}: ${all[index + 1]}\r\n`,
    );
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
    upstream.write(head);
    socket.write(first);
    upstream.pipe(socket).pipe(upstream);
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  onward.on('error', () => socket.destroy());
  onward.end();
}

/** The workbench's page with its configuration extended. */
function withDevelopment(page: string, address: URL, names: readonly string[], tests: string): string {
  const uri = (name: string) => ({ scheme: 'http', authority: address.host, path: name });
  const settings = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)(")/;
  if (!settings.test(page))
    throw new Error('The page of VS Code has no configuration where it is known to be.');
  return page.replace(settings, (_, before: string, text: string, after: string) => {
    const configuration = JSON.parse(text.replaceAll('&quot;', '"'));
    configuration.developmentOptions = {
      ...configuration.developmentOptions,
      extensions: names.map((name) => uri(`/__${name}`)),
      extensionTestsPath: uri(`/__${tests}`),
    };
    return before + JSON.stringify(configuration).replaceAll('"', '&quot;') + after;
  });
}
