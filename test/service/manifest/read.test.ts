import { describe, expect, it } from 'vitest';
import { byKey, configMap, textsIn } from '../../support/manifests.ts';

const config = '{ "hotfixes": { "202604.01": "202604.01.3" } }';

describe('a config in a ConfigMap', () => {
  it.each([
    ['a literal block', `  hotfixes.json: |\n    ${config}\n`],
    ['a literal block that is stripped', `  hotfixes.json: |-\n    ${config}\n`],
    ['a literal block that is kept', `  hotfixes.json: |+\n    ${config}\n\n\n`],
    ['a literal block with an indentation indicator', `  hotfixes.json: |4\n      ${config}\n`],
    ['a literal block with a comment', `  hotfixes.json: | # of the service\n    ${config}\n`],
    ['a literal block with a tag', `  hotfixes.json: !!str |\n    ${config}\n`],
    ['a folded block', `  hotfixes.json: >\n    ${config.replaceAll(' ', '\n    ')}\n`],
    ['single quotes', `  hotfixes.json: '${config}'\n`],
    ['single quotes on several lines', `  hotfixes.json: '${config.replaceAll(' ', '\n    ')}'\n`],
    ['double quotes', `  hotfixes.json: ${JSON.stringify(config)}\n`],
    [
      'double quotes on several lines',
      `  hotfixes.json: ${JSON.stringify(config).replace('{ ', '{\\\n    \\ ')}\n`,
    ],
    ['double quotes with escapes', `  hotfixes.json: ${JSON.stringify(config).replace('{', '\\x7b')}\n`],
    ['an anchor', `  hotfixes.json: &map |\n    ${config}\n`],
    ['a key in quotes', `  "hotfixes.json": |\n    ${config}\n`],
    ['an explicit key', `  ? hotfixes.json\n  : |\n    ${config}\n`],
  ])('is found in %s', (_, data) => {
    expect(byKey(configMap(data))).toEqual({ 'hotfixes.json': config });
    const crlf = configMap(data).replaceAll('\n', '\r\n');
    expect(byKey(crlf)).toEqual({ 'hotfixes.json': config });
  });

  it('is the text without the white space that nodes trim', () => {
    expect(byKey(configMap('  hotfix.json: "\\n\\_ {}\\N\\n\\n"\n'))).toEqual({ 'hotfix.json': '{}' });
    expect(byKey(configMap('  hotfix.json: "\\ufeff{}"\n'))).toEqual({ 'hotfix.json': '\ufeff{}' });
    expect(byKey(configMap('  hotfix.json: ""\n'))).toEqual({ 'hotfix.json': '' });
  });

  it('is found in each document, in the order of the text', () => {
    const first = configMap(`  a-hotfix.json: |\n    {"a":1}\n`);
    const second = configMap(`  b-hotfix.json: |\n    {"b":1}\n  c-hotfix.json: '{}'\n`, 'other');
    const other = 'kind: Deployment\ndata:\n  hotfixes.json: |\n    {}\n';
    expect(byKey(`# a\n---\n${first}---\n${other}...\n---\n${second}`)).toEqual({
      'a-hotfix.json': '{"a":1}',
      'b-hotfix.json': '{"b":1}',
      'c-hotfix.json': '{}',
    });
  });

  it('is found in a list', () => {
    const item = configMap(`  hotfix.json: |\n    {}\n`).replaceAll(/^/gm, '    ').trim();
    expect(textsIn(`kind: List\nitems:\n  - ${item}\n`)).toHaveLength(1);
    expect(textsIn(`kind: ConfigMapList\nitems:\n- data: {hotfix.json: "{}"}\n`)).toHaveLength(1);
    expect(textsIn(`kind: SecretList\nitems:\n- data: {hotfix.json: "{}"}\n`)).toHaveLength(0);
  });

  it('is found through aliases and merge keys, and once if several keys share it', () => {
    const shared = `kind: ConfigMap\nx: &data\n  hotfix.json: &map |\n    {}\ndata:\n  <<: *data\n  b-hotfix.json: *map\n`;
    const found = textsIn(shared);
    expect(found.map(({ text }) => text.text)).toEqual(['{}']);
    expect(found[0]?.text.range.start).toBe(shared.indexOf('|'));
    expect(byKey('kind: ConfigMap\nx: &x {a-hotfix.json: "1"}\ndata: *x\n')).toEqual({
      'a-hotfix.json': '1',
    });
    expect(byKey('kind: ConfigMap\nx: &x\n  <<: *x\n  a-hotfix.json: "1"\ndata: *x\n')).toEqual({
      'a-hotfix.json': '1',
    });
  });

  it('is found after a byte-order mark', () => {
    const [found] = textsIn(`\ufeff${configMap('  hotfix.json: |\n    {}\n')}`);
    expect(found?.text.toManifest({ start: 0, end: 2 }).start).toBe(
      `\ufeff${configMap('  hotfix.json: |\n    {}\n')}`.indexOf('{'),
    );
  });

  it('has an identity that other versions of the manifest share', () => {
    const ids = (manifest: string) => textsIn(manifest).map(({ id }) => id);
    const [before, after] = ['{}', '{"hotfixes":{}}'].map((text) => configMap(`  hotfix.json: '${text}'\n`));
    expect(ids(before ?? '')).toEqual(ids(`# moved\n${after}`));
    expect(ids(before ?? '')).not.toEqual(ids((before ?? '').replace('kube-system', 'default')));
  });

  it.each([
    ['another kind', configMap('  hotfix.json: "{}"\n').replace('ConfigMap', 'Secret')],
    ['binaryData', configMap('  hotfix.json: e30=\n').replace('\ndata:', '\nbinaryData:')],
    ['another key', configMap('  settings.json: "{}"\n')],
    [
      'a value that is not a string',
      configMap('  a-hotfix.json: {}\n  b-hotfix.json: 1\n  c-hotfix.json:\n'),
    ],
    ['a binary value', configMap('  hotfix.json: !!binary e30=\n')],
    ['a template in the text', configMap('  hotfix.json: |\n    {{ .Values.hotfixes | toJson }}\n')],
    ['a template that is no YAML', configMap('{{- if .Values.on }}\n  hotfix.json: |\n    {}\n{{- end }}\n')],
    ['a file that is no YAML', `${configMap('  hotfix.json: |\n    {}\n')}\n\tx: ]\n`],
    ['an empty file', ''],
  ])('is not looked for in %s', (_, manifest) => {
    expect(byKey(manifest)).toEqual({});
  });

  it('is found in a template that is YAML', () => {
    const chart = configMap('  hotfix.json: |\n    {}\n', '{{ .Release.Name }}');
    expect(byKey(chart)).toEqual({ 'hotfix.json': '{}' });
  });

  it('is found beside a document that is no YAML', () => {
    const broken = 'kind: ConfigMap\ndata: {{ }\n';
    expect(byKey(`${broken}---\n${configMap('  hotfix.json: "{}"\n')}`)).toEqual({ 'hotfix.json': '{}' });
  });

  it('is not looked for in a text that is nested too deeply', () => {
    expect(byKey(`kind: ConfigMap\ndata: ${'['.repeat(10_000)}`)).toEqual({});
    expect(byKey(`kind: ConfigMap\ndata: ${'{a: '.repeat(5_000)}${'}'.repeat(5_000)}`)).toEqual({});
  });

  it('is found among maps that merge each other many times', () => {
    const levels = Array.from({ length: 60 }, (_, i) => `x${i + 1}: &x${i + 1} { <<: [*x${i}, *x${i}] }`);
    const manifest = `kind: ConfigMap\nx0: &x0 { hotfix.json: '{}' }\n${levels.join('\n')}\ndata: *x60\n`;
    expect(byKey(manifest)).toEqual({ 'hotfix.json': '{}' });
  });
});
