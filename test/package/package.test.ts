import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { type Installed, installPackage, root } from './installed.ts';

let installed: Installed;
beforeAll(() => {
  installed = installPackage();
}, 60_000);
afterAll(() => installed?.remove());

const manifest = () => JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8'));
const inPackage = (name: string) =>
  readFileSync(join(installed.folder, 'node_modules/hotfix-language-server', name), 'utf8');

describe('the tarball', () => {
  it('holds what runs, declarations, pages, schemas and notices, and nothing else', () => {
    const pages = readdirSync(join(root, 'docs/rules')).map((name) => `dist/docs/rules/${name}`);
    const schemas = readdirSync(join(root, 'schemas')).map((name) => `dist/schemas/${name}`);
    expect([...installed.files].sort()).toEqual(
      [
        ...['LICENSE', 'README.md', 'ThirdPartyNotices.txt', 'package.json'],
        ...['api', 'browser', 'cli', 'command-line', 'manifests', 'mcp', 'node', 'server'].map(
          (name) => `dist/${name}.js`,
        ),
        'dist/api.d.ts',
        ...['agents.md', 'api.md', 'editors.md', 'fleet.md', 'pipelines.md'].map(
          (name) => `dist/docs/${name}`,
        ),
        ...pages,
        ...schemas,
      ].sort(),
    );
  });

  it('has pages whose links lead to files that it holds', () => {
    const pages = installed.files.filter((name) => name.endsWith('.md'));
    const links = pages.flatMap((page) =>
      [...inPackage(page).matchAll(/\]\((?!https:|#)([^)#]+)/g)].map(([, target = '']) =>
        posix.join(posix.dirname(page), target),
      ),
    );
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((target) => !installed.files.includes(target))).toEqual([]);
  });

  it('brings no other package along', () => {
    const packages = readdirSync(join(installed.folder, 'node_modules')).filter(
      (name) => !name.startsWith('.'),
    );
    expect(packages).toEqual(['hotfix-language-server']);
  });

  it('is of the version and under the license of the project', () => {
    const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect([manifest().version, manifest().engines]).toEqual([
      project.version,
      { node: project.engines.node },
    ]);
    expect(inPackage('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });

  it.each(['api.js', 'browser.js', 'command-line.js', 'manifests.js', 'mcp.js', 'server.js'])(
    'has no trace of sources in %s',
    (name) => {
      const code = inPackage(`dist/${name}`);
      expect(code).not.toContain('sourceMappingURL');
      expect(code).not.toContain(root);
    },
  );

  it('declares what the report in the repository says', () => {
    expect(inPackage('dist/api.d.ts')).toBe(readFileSync(join(root, 'server/api.d.ts'), 'utf8'));
  });
});

describe('the pages about the package', () => {
  it.each(['server/README.md', 'docs/editors.md', 'docs/pipelines.md'])(
    'name the file that is made in a clone: %s',
    (page) => {
      const text = readFileSync(join(root, page), 'utf8');
      expect(new Set(text.match(/[\w.-]+\.tgz/g))).toEqual(new Set([installed.tarball]));
    },
  );
});

describe('the installed command line', () => {
  it('knows its version', () => {
    const { stdout } = installed.run('npx', '--offline', 'hotfix-config', '--version');
    expect(stdout.trim()).toBe(manifest().version);
  });

  it('finds a fault', () => {
    installed.write('a-hotfix.json', '{ "version": "dev" }');
    const { status, stdout } = installed.run('npx', '--offline', 'hotfix-config', 'check', 'a-hotfix.json');
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining('a-hotfix.json:1:15: error malformed-version'),
    ]);
  });
});

describe('the installed language server', () => {
  it('answers over standard input and output', async () => {
    const shell = process.platform === 'win32';
    const child = spawn('npx', ['--offline', 'hotfix-language-server', '--stdio'], {
      cwd: installed.folder,
      shell,
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(serverInfo).toEqual({ name: 'hotfix-language-server', version: manifest().version });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });
});

describe('the installed API', () => {
  const use = 'console.log(evaluate(\'{"version":"202604.01.3"}\', \'202604.01.0\').binary.upgrade);';

  it.each([
    ['import', 'use.mjs', "import { check, diff, evaluate, fix } from 'hotfix-language-server';"],
    ['require', 'use.cjs', "const { check, diff, evaluate, fix } = require('hotfix-language-server');"],
  ])('is there for %s', (_, name, load) => {
    installed.write(name, `${load}\n${use}\nconsole.log([check, diff, fix].map((it) => typeof it).join());`);
    const { stdout, stderr } = installed.run(process.execPath, name);
    expect([stdout, stderr]).toEqual(['true\nfunction,function,function\n', '']);
  });

  it('is typed for both, and needs no types of another package', () => {
    const consumer = `
      import { check, diff, evaluate, type Finding, fix } from 'hotfix-language-server';
      const findings: Finding[] = check(new Uint8Array(), { rules: { 'no-hotfix': 'off' }, baseline: '{}' });
      const title: string | undefined = findings[0]?.fixes[0]?.title;
      const text: string = fix('{}', { comments: true });
      const changed: string | null | undefined = diff('', '', { bakedVersions: [] })[0]?.after;
      export const found = [evaluate(text, '202604.01.0').binary.reason, title, changed];
      // @ts-expect-error a level that there is not
      check('', { rules: { 'no-hotfix': 'loud' } });
      // @ts-expect-error a version is no number
      evaluate('', 202604.01);
    `;
    for (const name of ['consumer.mts', 'consumer.cts']) installed.write(name, consumer);
    const compilerOptions = { module: 'nodenext', strict: true, noEmit: true, types: [], lib: ['ES2023'] };
    const files = ['consumer.mts', 'consumer.cts'];
    installed.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = installed.run(process.execPath, tsc, '-p', '.');
    expect([status, stdout]).toEqual([0, '']);
  });
});
