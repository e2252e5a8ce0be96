import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Repository } from './repository.ts';
import { actionFolder, root, runAction } from './runner.ts';

let action: string;
let repository: Repository;
beforeEach(() => {
  action = actionFolder();
  repository = new Repository();
  repository.write('hotfix.json', '{ "version": "202604.01" }\n');
});
afterEach(() => {
  repository.remove();
  rmSync(action, { recursive: true });
});

describe('the command line of the action', () => {
  it('is in the action: nothing is installed, built or written beside it', async () => {
    const files = () => readdirSync(action, { recursive: true, encoding: 'utf8' }).sort();
    const before = files();
    const { status, log } = await runAction({}, { action, cwd: repository.folder });
    expect([status, log]).toEqual([1, expect.stringContaining('title=empty-patch::')]);
    expect(files()).toEqual(before);
  });

  it('holds no path of the machine that built it', () => {
    const code = readFileSync(join(root, 'action/action.js'), 'utf8');
    for (const path of [root, process.env['HOME'] ?? root]) expect(code).not.toContain(`${path}/`);
    expect(code).not.toMatch(/\bsourceMappingURL\b|^\/\/ (?:\/|[A-Z]:|\.\.)/m);
  });

  it('is a published version where one is named', async () => {
    const registry = await serveRegistry();
    const env = { npm_config_registry: registry.address, npm_config_cache: join(action, 'cache') };
    const trigger = { action, cwd: repository.folder, env };
    try {
      const { status, log } = await runAction({ version: registry.version }, trigger);
      expect([status, log]).toEqual([1, expect.stringContaining('title=empty-patch::')]);
      const missing = await runAction({ version: '99.0.0' }, trigger);
      expect(missing.status).toBe(3);
      expect(missing.log).toContain('hotfix-language-server@99.0.0" failed with exit status 1');
    } finally {
      registry.close();
    }
  });
});

/** A registry with one package, packed as it would be published. */
async function serveRegistry() {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  for (const part of ['package.json', 'dist/cli.js', 'dist/command-line.js', 'dist/manifests.js'])
    cpSync(join(root, 'server', part), join(folder, part), { recursive: true });
  execFileSync('npm', ['pack', '--silent'], { cwd: folder, shell: process.platform === 'win32' });
  const manifest: { name: string; version: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const { name, version } = manifest;
  const tarball = readFileSync(join(folder, `${name}-${version}.tgz`));
  rmSync(folder, { recursive: true });
  const server = createServer(({ url }, response) => {
    const dist = { tarball: `${address()}${name}.tgz` };
    if (url === `/${name}`)
      response.end(
        JSON.stringify({
          name,
          'dist-tags': { latest: version },
          versions: { [version]: { ...manifest, dist } },
        }),
      );
    else if (url === `/${name}.tgz`) response.end(tarball);
    else response.writeHead(404).end();
  });
  const address = () => {
    const bound = server.address();
    return bound !== null && typeof bound === 'object' ? `http://127.0.0.1:${bound.port}/` : '';
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { version, address: address(), close: () => server.close() };
}
