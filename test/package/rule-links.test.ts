import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { serverBundles } from '../../tools/build/index.ts';
import { mismatch, today, Workspace } from '../cli/workspace.ts';

const workspace = new Workspace();

describe('the page of a rule', () => {
  it('is a link in the build of a release, which knows the address', async () => {
    const [options] = serverBundles.filter(({ outfile }) => outfile?.endsWith('command-line.js'));
    const outfile = workspace.path('built/command-line.js');
    mkdirSync(workspace.path('built'));
    const define = { REPOSITORY_ADDRESS: '"https://example.com/a/b"' };
    await build({ ...options, outfile, define });
    workspace.write('hotfix.json', mismatch);
    const run = (args: string[], env = {}) =>
      execFileSync(
        process.execPath,
        [outfile, ...args, '--rule=base-mismatch=warning', '--rule=unknown-base=off'],
        {
          cwd: workspace.path(),
          env: { ...process.env, ...env },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
    const page = 'https://example.com/a/b/blob/HEAD/docs/rules/base-mismatch.md';
    const text = run(['check', today], { FORCE_HYPERLINK: '1' });
    expect(text).toContain(`\u001b]8;;${page}\u001b\\base-mismatch\u001b]8;;\u001b\\`);
    expect(run(['check', today])).not.toContain('\u001b');
    const [log] = JSON.parse(run(['check', today, '--format=sarif'])).runs;
    const addresses: string[] = log.tool.driver.rules.map(({ helpUri }: { helpUri: string }) => helpUri);
    expect(addresses).toHaveLength(rules.length);
    expect(addresses).toContain(page);
    expect(log.tool.driver.informationUri).toBe('https://example.com/a/b');
    expect(JSON.parse(run(['check', today, '--format=rdjson'])).diagnostics[0].code.url).toBe(page);
  });
});
