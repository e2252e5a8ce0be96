import { cpSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configMap } from '../support/manifests.ts';
import { commandLine, Workspace } from './workspace.ts';

const workspace = new Workspace();

const block = (text: string, key = 'hotfixes.json') =>
  `  ${key}: |\n${text.replaceAll(/^(?=.)/gm, '    ')}\n`;
const faulty = '{\n  "hotfixes": {\n    "202604.01": "v202604.01.3"\n  }\n}';
const fixed = faulty.replace('v2026', '2026');
const map = (entries: Readonly<Record<string, string>>) =>
  JSON.stringify({ hotfixes: entries }, undefined, 2);

interface Found {
  readonly file: string;
  readonly ruleId: string;
  readonly messageId: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

async function check(...args: readonly string[]) {
  const { status, out, err } = await workspace.run(
    ...['check', '--today=2026-07-01', '--format=json', '--rule=unknown-base=off', ...args],
  );
  const findings: Found[] = out === '' ? [] : JSON.parse(out);
  const found = findings.map(
    ({ file, ruleId, messageId, range: { start } }) =>
      `${file}:${start.line}:${start.column} ${ruleId}/${messageId}`,
  );
  return { status, found, err };
}

describe('check of a manifest', () => {
  it.each([[['map.yaml']], [['.']], [[]], [['*.yaml']]])(
    'finds faults in its ConfigMaps: %j',
    async (paths) => {
      workspace.turnRecordOff();
      workspace.write('map.yaml', configMap(block(faulty)));
      workspace.write('other.yaml', 'kind: Deployment\n');
      const { status, found } = await check(...paths);
      expect(found).toEqual(['map.yaml:10:23 malformed-version/respelled']);
      expect(status).toBe(1);
    },
  );

  it('shows the line of the manifest with a caret', async () => {
    workspace.turnRecordOff();
    workspace.write('map.yml', configMap(block(faulty)));
    const { out } = await workspace.run('check', '--today=2026-07-01', 'map.yml');
    expect(out).toContain(
      ' 10 |         "202604.01": "v202604.01.3"\n    |                       ^^^^^^^^^^^^\n',
    );
  });

  it.each(['github', 'sarif', 'junit', 'gitlab', 'azure', 'rdjson', 'concise', 'markdown'])(
    'names the place in format %s',
    async (format) => {
      workspace.turnRecordOff();
      workspace.write('map.yaml', configMap(block(faulty)));
      const { out } = await workspace.run('check', '--today=2026-07-01', `--format=${format}`, 'map.yaml');
      expect(out).toContain('map.yaml');
      expect(out).toMatch(/\b10\b/);
    },
  );

  it('takes standard input', async () => {
    workspace.turnRecordOff();
    const { out } = await workspace.runWith(
      { input: configMap(block(faulty)) },
      ...['check', '-', '--stdin-filename=map.yaml', '--format=concise'],
    );
    expect(out).toContain('map.yaml:10:23');
  });

  it('reads keys that the project names, and leaves out those that it ignores', async () => {
    const settings = {
      bundledRecord: false,
      files: ['deploy/*.yaml#map.json'],
      ignore: ['map.yaml#old-hotfix.json'],
    };
    workspace.write('.hotfixrc.json', JSON.stringify(settings));
    const hotfix = 'name: hotfix\n';
    workspace.write(
      'deploy/map.yaml',
      `${hotfix}${configMap(block(faulty, 'map.json') + block(faulty, 'old-hotfix.json'))}`,
    );
    workspace.write('map.yaml', configMap(block(faulty, 'map.json') + block(faulty, 'old-hotfix.json')));
    expect((await check()).found).toEqual(['deploy/map.yaml:11:23 malformed-version/respelled']);
  });

  it('takes no glob of other files for one of keys', async () => {
    workspace.write(
      '.hotfixrc.json',
      '{ "bundledRecord": false, "files": ["*.json", "**/*"], "ignore": ["*.yaml"] }',
    );
    workspace.write('map.yaml', configMap(block(faulty, 'map.json')));
    expect((await check('.')).found).toEqual([]);
  });

  it('skips a key of another product', async () => {
    workspace.write('map.yaml', configMap(block('{ "servers": [] }', 'sql.hotfix.json')));
    const { status, found, err } = await check('map.yaml');
    expect({ status, found }).toEqual({ status: 0, found: [] });
    expect(err).toContain(
      '"map.yaml" does not look like a hotfix config and was skipped\nhint: to check a key of a ConfigMap in it, add "FILE#KEY" to "files"',
    );
  });

  it.each([
    ['a template that is no YAML', `{{- range .Values.maps }}\n${configMap(block(faulty))}{{- end }}\n`],
    ['another kind', configMap(block(faulty)).replace('kind: ConfigMap', 'kind: Secret # no ConfigMap')],
    ['a workflow', 'on: push\njobs: {}\n'],
    ['an empty file', ''],
  ])('leaves %s alone', async (_, manifest) => {
    workspace.write('map.yaml', manifest);
    expect((await check()).found).toEqual([]);
    expect((await check('map.yaml')).found).toEqual([]);
  });

  it('does not follow links in a folder', async () => {
    workspace.write('../outside-map.yaml', configMap(block(faulty)));
    symlinkSync('../outside-map.yaml', workspace.path('map.yaml'));
    expect((await check()).found).toEqual([]);
  });

  it('still takes a YAML file with JSON in it for a config', async () => {
    workspace.turnRecordOff();
    workspace.write('config.yaml', faulty);
    expect((await check('config.yaml')).found).toEqual(['config.yaml:3:19 malformed-version/respelled']);
  });
});

describe('check of a manifest against a baseline', () => {
  const before = { '202604.01': '202604.01.3', '202605.30': '202605.30.2' };
  const after = { '202604.01': '202604.01.2' };

  it.each(['revision', 'file'])('finds what nodes lose: %s', async (kind) => {
    workspace.startRepository({
      '.hotfixrc.json': '{ "bundledRecord": false }',
      'map.yaml': configMap(block(map(before))),
    });
    workspace.write('old.yaml', configMap(block(map(before))));
    workspace.write('map.yaml', `# moved\n${configMap(block(map(after)))}`);
    const { status, found } = await check('--baseline', kind === 'file' ? './old.yaml' : 'HEAD', 'map.yaml');
    expect(found).toEqual(['map.yaml:10:7 entry-removed/binary', 'map.yaml:11:22 patch-lowered/binary']);
    expect(status).toBe(1);
  });

  it('finds a key that was removed', async () => {
    workspace.startRepository({
      '.hotfixrc.json': '{ "bundledRecord": false }',
      'map.yaml': configMap(block(map(before))),
    });
    workspace.write('map.yaml', configMap('  other: x\n'));
    expect((await check('--baseline=HEAD', 'map.yaml')).found).toEqual([
      'map.yaml:1:1 entry-removed/binary',
      'map.yaml:1:1 entry-removed/binary',
    ]);
  });

  it('finds nothing in a manifest that did not change', async () => {
    workspace.startRepository({
      '.hotfixrc.json': '{ "bundledRecord": false }',
      'map.yaml': configMap(block(map(before))),
    });
    expect(await check('--baseline=HEAD')).toEqual({ status: 0, found: [], err: '' });
  });
});

describe('the YAML library', () => {
  it.skipIf(process.platform === 'win32')(
    'is a file that a run without a ConfigMap does not load',
    async () => {
      workspace.turnRecordOff();
      workspace.write('hotfix.json', faulty);
      workspace.write('deployment.yaml', 'kind: Deployment # hotfix\n');
      for (const name of ['cli.js', 'command-line.js'])
        cpSync(join(dirname(commandLine), name), workspace.path(`bin/${name}`));
      const run = () => workspace.shell(`"${process.execPath}" bin/cli.js check --format=concise`);
      expect((await run()).out).toContain('hotfix.json:3:19');
      workspace.write('map.yaml', configMap(block(faulty)));
      expect((await run()).err).toContain('manifests.js');
      cpSync(join(dirname(commandLine), 'manifests.js'), workspace.path('bin/manifests.js'));
      expect((await run()).out).toContain('map.yaml:10:23');
    },
  );
});

describe('fix of a manifest', () => {
  it.each(['\n', '\r\n'])('changes only the config, with line breaks %j', async (lineBreak) => {
    workspace.turnRecordOff();
    const written = (text: string) =>
      `# kept\n${configMap(`${block(text)}  z: 'kept'\n`)}---\n${configMap(block(text), 'b')}`.replaceAll(
        '\n',
        lineBreak,
      );
    workspace.write('map.yaml', written(faulty));
    const { out } = await workspace.run('fix');
    expect(out).toBe('fixed map.yaml\n');
    expect(workspace.read('map.yaml')).toBe(written(fixed));
    expect((await workspace.run('fix', '--check')).status).toBe(0);
  });

  it('writes in the style of the scalar', async () => {
    workspace.turnRecordOff();
    const of = (text: string) =>
      configMap(
        `  a-hotfix.json: '${text}'\n  b-hotfix.json: ${JSON.stringify(text)}\n  c-hotfix.json: >-\n    ${text}\n`,
      );
    const [before, after] = [faulty, fixed].map((text) => text.replaceAll(/\s+/g, ' '));
    workspace.write('map.yaml', of(before ?? ''));
    await workspace.run('fix');
    expect(workspace.read('map.yaml')).toBe(of(after ?? ''));
  });

  it('sorts, removes a comment when asked, and shows a diff', async () => {
    workspace.turnRecordOff();
    const text =
      '{\n  // why\n  "hotfixes": {\n    "202605.30": "202605.30.1",\n    "202604.01": "202604.01.1"\n  }\n}';
    workspace.write('map.yaml', configMap(block(text)));
    const { out } = await workspace.run('fix', '--diff', '--comments');
    expect(out).toContain('-      // why\n');
    expect(out).toContain('+        "202604.01": "202604.01.1",\n');
    await workspace.run('fix', '--comments');
    expect(workspace.read('map.yaml')).toBe(
      configMap(
        block('{\n  "hotfixes": {\n    "202604.01": "202604.01.1",\n    "202605.30": "202605.30.1"\n  }\n}'),
      ),
    );
  });

  it('takes standard input', async () => {
    const { out } = await workspace.runWith(
      { input: configMap(block(faulty)) },
      ...['fix', '-', '--stdin-filename=map.yaml'],
    );
    expect(out).toBe(configMap(block(fixed)));
  });
});
