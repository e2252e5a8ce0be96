import { describe, expect, it } from 'vitest';
import { configMap } from '../support/manifests.ts';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
const today = '--today=2026-07-01';
const off = {
  '.hotfixrc.json': '{ "bundledRecord": false, "bakedVersions": ["202604.01.0", "202605.30.0"] }',
};
const map = (entries: Readonly<Record<string, string>>, key = 'hotfixes.json') =>
  `  ${key}: |\n    ${JSON.stringify({ hotfixes: entries })}\n`;
const [one, two] = [
  { '202604.01': '202604.01.3' },
  { '202604.01': '202604.01.3', '202605.30': '202605.30.1' },
];

describe('explain of a manifest', () => {
  it('says what nodes without a file do with each of its maps', async () => {
    workspace.write('map.yaml', configMap(map(one) + map({}, 'b-hotfix.json')));
    const { status, out } = await workspace.run(
      'explain',
      'map.yaml',
      '--baked=202604.01.0',
      '--format=json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'map.yaml#hotfixes.json', verdicts: [{ binary: { resolved: '202604.01.3', upgrade: true } }] },
      { file: 'map.yaml#b-hotfix.json', verdicts: [{ binary: { upgrade: false } }] },
    ]);
  });

  it('takes one as the response of the service', async () => {
    workspace.write('hotfix.json', '{ "scripts_version": "202604.01.1" }');
    workspace.write('map.yaml', configMap(map(one)));
    const answer = await workspace.run(
      'explain',
      'hotfix.json',
      '--served=map.yaml',
      '--baked=202604.01.0',
      '--format=json',
    );
    expect(JSON.parse(answer.out)).toMatchObject([
      {
        file: 'hotfix.json',
        verdicts: [{ binary: { resolved: '202604.01.3' }, scripts: { resolved: '202604.01.1' } }],
      },
    ]);
  });

  it.each([
    [['none.yaml'], 3, 'cannot explain "none.yaml": no hotfix config in a ConfigMap'],
    [['map.yaml', '--served=map.yaml'], 2, '--served cannot be combined with "map.yaml"'],
    [['--served=two.yaml'], 2, 'cannot use --served "two.yaml": it has 2 served maps'],
  ])('refuses %j', async (args, status, message) => {
    workspace.write('none.yaml', configMap('  a: b\n'));
    workspace.write('map.yaml', configMap(map(one)));
    workspace.write('two.yaml', configMap(map(one) + map(one, 'b-hotfix.json')));
    const answer = await workspace.run('explain', ...args);
    expect(answer.err).toContain(message);
    expect(answer.status).toBe(status);
  });
});

describe('diff of manifests', () => {
  const changes = async (...args: readonly string[]) => {
    const { out, err, status } = await workspace.run('diff', today, '--format=json', ...args);
    return { status, err, found: status < 2 ? JSON.parse(out) : out };
  };

  it('compares two files, or one with none', async () => {
    workspace.write('.hotfixrc.json', off['.hotfixrc.json']);
    workspace.write('old.yaml', configMap(map(two)));
    workspace.write('new.yaml', configMap(map(one)));
    const { out } = await workspace.run('diff', 'old.yaml', 'new.yaml');
    expect(out).toContain('202605.30.0');
    if (process.platform !== 'win32')
      expect((await workspace.run('diff', '/dev/null', 'new.yaml')).out).toContain('202604.01.0');
    workspace.write('two.yaml', configMap(map(one) + map(one, 'b-hotfix.json')));
    expect((await workspace.run('diff', 'old.yaml', 'two.yaml')).err).toContain(
      'it has 2 hotfix configs in ConfigMaps',
    );
  });

  const statuses = (found: readonly { readonly file: string; readonly status: string }[]) =>
    found.map(({ file, status }) => `${status} ${file}`);

  it.each(['working tree', 'revision'])('compares each key of a repository: %s', async (side) => {
    workspace.startRepository({
      ...off,
      'deploy/map.yaml': configMap(map(two) + map(one, 'a-hotfix.json') + map(one, 'b-hotfix.json')),
      'deploy/gone.yaml': configMap(map(one)),
      'deploy/same.yaml': configMap(map(one)),
      'deploy/other.yaml': '# ConfigMap of a hotfix\n',
    });
    workspace.write(
      'deploy/map.yaml',
      configMap(map(one) + map(one, 'a-hotfix.json') + map(one, 'c-hotfix.json')),
    );
    workspace.write('deploy/other.yaml', '# ConfigMap of another hotfix\n');
    workspace.git('rm', '--quiet', 'deploy/gone.yaml');
    if (side === 'revision') workspace.commit();
    const { found, err } = await changes(...(side === 'revision' ? ['HEAD~1', 'HEAD'] : ['HEAD']));
    expect(err).not.toContain('cannot');
    expect(statuses(found.configs ?? found)).toEqual([
      'deleted deploy/gone.yaml#hotfixes.json',
      'deleted deploy/map.yaml#b-hotfix.json',
      'new deploy/map.yaml#c-hotfix.json',
      'changed deploy/map.yaml#hotfixes.json',
    ]);
  });

  it('finds nothing where nothing changed', async () => {
    workspace.startRepository({ ...off, 'map.yaml': configMap(map(one)) });
    expect(statuses((await changes('HEAD')).found.configs ?? [])).toEqual([]);
  });
});

describe('a manifest that was removed', () => {
  const check = async () => {
    const { out, err } = await workspace.run('check', today, '--baseline=HEAD', '--format=concise');
    return { out, err };
  };

  it('is reported with what nodes lose', async () => {
    workspace.startRepository({
      ...off,
      'deploy/map.yaml': configMap(map(one)),
      'deploy/a.yaml': '# ConfigMap hotfix\n',
    });
    workspace.git('rm', '--quiet', 'deploy/map.yaml', 'deploy/a.yaml');
    const { out, err } = await check();
    expect(out).toContain('deploy/map.yaml:1:1: error entry-removed');
    expect(err).toContain('"deploy/map.yaml" was removed since "HEAD"');
    expect(err).not.toContain('a.yaml');
  });

  it('is reported if it is no ConfigMap any more', async () => {
    workspace.startRepository({ ...off, 'map.yaml': configMap(map(one)) });
    workspace.write('map.yaml', 'kind: Deployment\n');
    expect((await check()).out).toContain('map.yaml:1:1: error entry-removed');
  });

  it('is compared with the one of its name that it was moved to', async () => {
    workspace.startRepository({ ...off, 'map.yaml': configMap(map(two)) });
    workspace.write('served/other.txt', '');
    workspace.git('mv', 'map.yaml', 'served/map.yaml');
    expect((await check()).out).toBe('');
    workspace.write('served/map.yaml', configMap(map(one)));
    const { out, err } = await check();
    expect(out).toContain('served/map.yaml:8:6: error entry-removed');
    expect(err).toContain('"map.yaml" was moved to "served/map.yaml"');
  });

  it('is compared with a file of another name that has the same ConfigMap', async () => {
    workspace.startRepository({ ...off, 'map.yaml': configMap(map(two)) });
    workspace.git('mv', 'map.yaml', 'served.yaml');
    workspace.write('served.yaml', `# why\n${configMap(map(one))}`);
    workspace.write('new.yaml', configMap(map(one), 'another'));
    const { out } = await check();
    expect(out.match(/entry-removed/g)).toHaveLength(1);
    expect(out).toContain('served.yaml:9:6: error entry-removed');
    const { out: text } = await workspace.run('diff', today, 'HEAD');
    expect(text).toContain('served.yaml#hotfixes.json');
    expect(text).not.toContain('deleted');
  });
});
