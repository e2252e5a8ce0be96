import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Repository } from './repository.ts';
import { type Action, bash, readYaml, root } from './runner.ts';

interface Job {
  readonly script: readonly string[];
}

interface Step {
  readonly uses?: string;
  readonly script?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Block {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  readonly steps?: readonly Step[];
  readonly repos?: readonly { readonly hooks: readonly { readonly id: string }[] }[];
  readonly 'hotfix-configs'?: Job;
}

const page = readFileSync(join(root, 'docs/pipelines.md'), 'utf8');
const blocks = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']): Block => parse(text));

describe('the page about pipelines', () => {
  it('uses only inputs of the action, and documents all of them', () => {
    const { inputs } = readYaml<Action>('action.yml');
    const steps = blocks.flatMap(({ jobs, steps = [] }) => [
      ...steps,
      ...Object.values(jobs ?? {}).flatMap((job) => job.steps),
    ]);
    const used = steps.filter(({ uses }) => uses?.startsWith('OWNER/'));
    expect(used).toHaveLength(3);
    for (const step of used)
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    const table = [...page.matchAll(/^\| `([\w-]+)` +\|.*\|.*\|$/gm)].map(([, name]) => name);
    expect(table).toEqual(Object.keys(inputs));
  });

  it('uses hooks that there are', () => {
    const ids = readYaml<readonly { id: string }[]>('.pre-commit-hooks.yaml').map(({ id }) => id);
    const used = blocks.flatMap(({ repos = [] }) => repos.flatMap(({ hooks }) => hooks.map(({ id }) => id)));
    expect(new Set(used)).toEqual(new Set(ids));
  });
});

describe('the scripts of other pipelines, with a deleted config', () => {
  const scripts = blocks.flatMap((block) => [
    ...(block.steps ?? []).flatMap(({ script }) => (script === undefined ? [] : [script])),
    ...(block['hotfix-configs']?.script ?? []),
  ]);
  // The package is not downloaded. Its command line is run.
  const npx = `npx() { test "$1 $2" = "--yes --package" && test "$4" = hotfix-config || return 9; shift 4; node "$CLI" "$@"; }`;
  let repository: Repository;
  let base: string;
  beforeEach(() => {
    repository = new Repository();
    const lastMonth = new Date(Date.now() - 30 * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .replace(/-(\d\d)-/, '$1.');
    repository.write('hotfix.json', JSON.stringify({ version: `${lastMonth}.1` }));
    base = repository.commit('before');
    repository.git('update-ref', 'refs/remotes/origin/release/one', base);
    repository.git('rm', '-q', 'hotfix.json');
    repository.commit('Delete');
  });
  afterEach(() => repository.remove());

  it.each([0, 1])('number %i fails and leaves the finding in its report', async (i) => {
    const env = {
      ...process.env,
      CLI: join(root, 'server/dist/cli.js'),
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/release/one',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    };
    expect(scripts).toHaveLength(2);
    const { status, log } = await bash(`${npx}\n${scripts[i]}`, repository.folder, env);
    expect([status, log]).toEqual([1, expect.stringContaining('"hotfix.json" was removed')]);
    expect(readFileSync(join(repository.folder, 'hotfix-config.xml'), 'utf8')).toContain('entry-removed');
  });
});
