import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { root } from '../../tools/build/bundle.ts';
import { type PackedFile, readVsix, vsixPath } from '../../tools/build/vsix.ts';

/** Every other file needs a reason and an entry here. */
const expected = [
  ...['package.json', 'readme.md', 'changelog.md', 'LICENSE.txt', 'ThirdPartyNotices.txt'],
  ...['browser.js', 'node.js', 'session-browser.js', 'session-node.js'].map((name) => `client/dist/${name}`),
  ...['client/dist/coverage.css', 'client/dist/coverage.js'],
  ...['browser.js', 'cli.js', 'command-line.js', 'manifests.js', 'mcp.js', 'node.js', 'server.js'].map(
    (name) => `server/dist/${name}`,
  ),
  ...['hotfix-config', 'hotfixrc'].map((name) => `schemas/${name}.lenient.schema.json`),
  'schemas/hotfix-config.schema.json',
  ...['README', ...rules.map(({ id }) => id)].map((name) => `docs/rules/${name}.md`),
  ...['agents', 'api', 'editors', 'fleet', 'pipelines'].map((name) => `docs/${name}.md`),
  'assets/icon.png',
  // In docs/pipelines.md. The pictures of the README are in its own text.
  'assets/screenshots/comment.png',
  ...['coverage', 'findings', 'hover', 'on-save', 'quick-fix'].flatMap((name) =>
    ['dark', 'light'].map((theme) => `assets/walkthrough/${name}-${theme}.png`),
  ),
].map((path) => `extension/${path}`);

/** In bytes. */
const limits = { code: 700_000, whole: 1_100_000, server: 410_000, serverPacked: 130_000 };

let files: PackedFile[];
beforeAll(async () => {
  const file = vsixPath();
  if (!existsSync(file)) throw new Error(`There is no package at ${file}: make one with "npm run package".`);
  files = await readVsix(file);
});

const textOf = (path: string) => files.find((file) => file.path === `extension/${path}`)?.text ?? '';
const isCode = ({ path }: PackedFile) => /^extension\/(?:client|server)\/dist\//.test(path);

describe('the packaged extension', () => {
  it('contains only what runs and what is read', () => {
    const added = ['[Content_Types].xml', 'extension.vsixmanifest'];
    expect(files.map(({ path }) => path)).toEqual([...added, ...expected].sort());
  });

  it('is small', () => {
    const code = files.filter(isCode).reduce((sum, { packed }) => sum + packed, 0);
    expect(code).toBeLessThan(limits.code);
    const server = textOf('server/dist/server.js');
    expect(server.length).toBeLessThan(limits.server);
    expect(gzipSync(server).length).toBeLessThan(limits.serverPacked);
    expect(statSync(vsixPath()).size).toBeLessThan(limits.whole);
  });

  it('has no trace of the sources and of where it was built', () => {
    for (const { path, text } of files.filter(isCode)) {
      expect(text, path).not.toContain('sourceMappingURL=data');
      expect(text, path).not.toMatch(/sourceMappingURL=\S+\.map/);
      expect(text, path).not.toContain(root);
    }
  });

  it('has every file that its manifest names', () => {
    const named = textOf('package.json').matchAll(/"(?:\.\/)?((?:client|assets|docs|schemas)\/[\w./-]+)"/g);
    const paths = [...named].map(([, path]) => `extension/${path}`);
    expect(paths.length).toBeGreaterThan(8);
    expect(expected).toEqual(expect.arrayContaining(paths));
  });

  it('has a README that contains its pictures, because VS Code shows it without other files', () => {
    const pictures = [...textOf('readme.md').matchAll(/!\[[^\]]+\]\(([^)]*)\)/g)].map(
      ([, source = '']) => source,
    );
    expect(pictures).toHaveLength([...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/!\[/g)].length);
    for (const source of pictures) {
      const [kind, data = ''] = source.split(',');
      expect(kind).toBe('data:image/png;base64');
      expect(Buffer.from(data, 'base64').subarray(1, 4).toString()).toBe('PNG');
    }
  });

  it('has every picture of its pages, and leads to files that there are', () => {
    const markdown = files.filter(({ path }) => path.endsWith('.md') && path !== 'extension/changelog.md');
    for (const { path, text } of markdown) {
      for (const [, mark, target = ''] of text.matchAll(/(!?)\[[^\]]*\]\((?!https:|#)([^)#]+)[^)]*\)/g)) {
        const file = posix.join(posix.dirname(path), target);
        if (mark && target.startsWith('data:')) continue;
        if (mark) expect(expected, `${target} in ${path}`).toContain(file);
        else
          expect(existsSync(join(root, file.replace('extension/', ''))), `${target} in ${path}`).toBe(true);
      }
    }
  });
});
