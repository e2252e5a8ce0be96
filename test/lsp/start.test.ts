import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../../server/dist');
const server = join(dist, 'node.js');

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs Node until it ends, or until its output is `enough`. */
function run(args: readonly string[], input?: string, enough = (_: string) => false): Promise<Ended> {
  const child = spawn(process.execPath, args, { stdio: 'pipe' });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    printed.out += chunk;
    if (enough(printed.out)) child.stdin.end();
  });
  child.stderr.on('data', (chunk) => (printed.err += chunk));
  if (input === undefined) child.stdin.end();
  else child.stdin.write(input);
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...printed })));
}

const framed = (message: string) => `Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`;
const initialize = framed(
  JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } }),
);

describe('hotfix-language-server on a command line', () => {
  it('prints its usage and its version', async () => {
    for (const flag of ['--help', '-h']) {
      const { status, out, err } = await run([server, flag]);
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(/^Usage: hotfix-language-server --stdio/);
    }
    const { version } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8'));
    expect(await run([server, '--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it('prints its usage without arguments', async () => {
    const { status, out, err } = await run([server]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^Usage: hotfix-language-server --stdio/);
  });

  it.each([
    [['--socket=abc'], '--socket needs a port from 1 to 65535, not "abc"'],
    [['--socket', '70000'], '--socket needs a port from 1 to 65535, not "70000"'],
    [['--socket=-1'], '--socket needs a port from 1 to 65535, not "-1"'],
    [['--socket'], 'option "--socket <value>" argument missing'],
    [['--pipe=/none/at/all'], 'cannot connect to the client: connect ENOENT /none/at/all'],
    [['check', 'hotfix.json'], 'the language server takes no argument "check"'],
    [['--stdio', 'here'], 'the language server takes no argument "here"'],
    [['--format=json'], 'unknown option "--format"'],
    [['--node-ipc'], '--node-ipc needs a Node process that starts the server with a channel'],
  ])('says in one sentence what is wrong with %j', async (args, sentence) => {
    const { status, out, err } = await run([server, ...args]);
    expect([status, out]).toEqual([2, '']);
    const [error, hint, ...more] = err.split('\n');
    expect([error, more]).toEqual([`error: ${sentence}`, ['']]);
    expect(hint).toMatch(/^hint: \S/);
  });

  it.each([[['check', 'hotfix.json']], [['--stdio', 'extra']]])(
    'names a command that exists after %j',
    async (args) => {
      const { err } = await run([server, ...args]);
      expect(err).toContain('\nhint: to check files on the command line, run "hotfix-config check"\n');
    },
  );
});

describe.each([
  ['node.js', 'hotfix-language-server'],
  ['cli.js', 'hotfix-config'],
])('%s under an old Node', (file, command) => {
  const path = join(dist, file);

  it.each(['18.20.8', '20.18.3', '4.9.1', '0.10.48'])('%s says in one line what it needs', async (old) => {
    const code = `Object.defineProperty(process, 'versions', { value: { node: '${old}' } }); require(${JSON.stringify(path)})`;
    expect(await run(['-e', code, '--', '--version'])).toEqual({
      status: 3,
      out: '',
      err: `error: ${command} needs Node 20.19 or later, and this is Node ${old}\n`,
    });
  });

  it('is read by it', () => {
    const code = readFileSync(path, 'utf8');
    // It refuses what it would have to write in another way, and changes nothing else.
    expect(transformSync(code, { target: 'es5', minifySyntax: false }).warnings).toEqual([]);
    expect(code).not.toMatch(/\b(?:const|let|class|async|import)\b|=>|`/);
  });
});

describe('the server over --stdio', () => {
  it.each([
    ['Content-Length: abc\r\n\r\n{}', 'Content-Length value must be a number. Got abc'],
    ['Content-Type: x\r\n\r\n{}', 'Header must provide a Content-Length property.'],
    ['GET / HTTP/1.1\r\n\r\n', "Message header must separate key and value using ':'"],
  ])('ends with a message where a header makes no sense: %j', async (input, sentence) => {
    expect(await run([server, '--stdio'], input)).toEqual({
      status: 1,
      out: '',
      err: `error: cannot read what the client sends: ${sentence}\n`,
    });
  });

  it('goes on after a message that is not JSON', async () => {
    const { out } = await run([server, '--stdio'], framed('{"jsonrpc') + initialize, (printed) =>
      printed.includes('serverInfo'),
    );
    expect(out).toContain('"code":-32700');
    expect(out).toContain('"id":null');
    expect(out).toContain('"name":"hotfix-language-server"');
  });

  it('does not end because it cannot see the process that it is to watch', async () => {
    const hurried = join(tmpdir(), `hurried-${process.pid}.cjs`);
    // The process would be seen at once.
    writeFileSync(hurried, 'globalThis.setInterval = (look) => setImmediate(look);');
    try {
      for (const args of [['--clientProcessId=999999999'], ['--clientProcessId', '999999999'], []]) {
        const hidden = initialize.replace('"capabilities"', '"processId":999999999,"capabilities"');
        const message = framed(hidden.slice(hidden.indexOf('{')));
        const { out } = await run(['-r', hurried, server, '--stdio', ...args], message, (printed) =>
          printed.includes('serverInfo'),
        );
        expect(out, String(args)).toContain('serverInfo');
      }
    } finally {
      rmSync(hurried);
    }
  });
});
