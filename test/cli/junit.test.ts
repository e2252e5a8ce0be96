import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { clean, isPossible, mismatch, today, Workspace } from './workspace.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** A parser that rejects what XML 1.0 does not allow, including invalid characters. */
function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.write(xml).close();
  return root.children[0] ?? expect.unreachable('there is no element at all');
}

const workspace = new Workspace();
const junit = async (...args: string[]) =>
  parseXml((await workspace.run('check', '--format=junit', today, ...args)).out);

describe('check --format junit', () => {
  it('has a suite for each file, a case for each finding, and sums', async () => {
    workspace.write('a-hotfix.json', clean);
    workspace.write(
      'b-hotfix.json',
      '{ "hotfixes": { "202604.01": "202605.30.2" }, "version": "202604.01.1" }',
    );
    const report = await junit('--fail-on=warning');
    expect([report.name, report.attributes]).toEqual([
      'testsuites',
      { name: 'hotfix-config', tests: '3', failures: '2', errors: '0' },
    ]);
    expect(report.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['testsuite', { name: 'a-hotfix.json', tests: '1', failures: '0', errors: '0' }],
      ['testsuite', { name: 'b-hotfix.json', tests: '2', failures: '2', errors: '0' }],
    ]);
    const [failed] = report.children[1]?.children ?? [];
    expect(failed).toMatchObject({
      name: 'testcase',
      attributes: { name: 'base-mismatch 1:31', classname: 'b-hotfix.json' },
      children: [
        {
          name: 'failure',
          attributes: { type: 'error', message: expect.stringContaining('"202605.30.2"') },
          text: 'b-hotfix.json:1:31',
        },
      ],
    });
  });

  it.each([
    ['error', [true, false, false]],
    ['warning', [true, true, false]],
    ['hint', [true, true, true]],
  ])('fails only for levels of --fail-on %s, and reports the rest', async (level, fails) => {
    const entries = '"202605.30": "202604.01.1", "202604.01": "202604.01.0"';
    workspace.write('hotfix.json', `{ "hotfixes": { ${entries} } }`);
    const report = await junit(`--fail-on=${level}`);
    const failures = String(fails.filter(Boolean).length);
    expect(report.attributes).toMatchObject({ tests: '3', failures });
    expect(report.children[0]?.attributes).toMatchObject({ tests: '3', failures });
    const found = report.children[0]?.children.map(({ attributes, children: [only] }) => [
      attributes['name'],
      only?.name === 'failure',
      only?.name === 'failure' ? only.attributes['type'] : only?.text.split(' ').slice(0, 2).join(' '),
    ]);
    expect(found).toEqual([
      ['base-mismatch 1:31', fails[0], 'error'],
      ['unsorted-entries 1:46', fails[2], fails[2] ? 'hint' : 'hotfix.json:1:46: hint'],
      ['never-upgrades 1:69', fails[1], fails[1] ? 'warning' : 'hotfix.json:1:69: warning'],
    ]);
  });

  it('has an error for each file that could not be read', async () => {
    workspace.write('hotfix.json', clean);
    const report = await junit('missing.json', 'hotfix.json');
    expect(report.attributes).toMatchObject({ tests: '2', failures: '0', errors: '1' });
    expect(report.children[0]).toMatchObject({
      attributes: { name: 'missing.json', tests: '1', failures: '0', errors: '1' },
      children: [
        {
          attributes: { name: 'could not be checked', classname: 'missing.json' },
          children: [{ name: 'error', attributes: { message: expect.stringContaining('no such file') } }],
        },
      ],
    });
  });

  it('has a passed case without any config', async () => {
    expect(await junit()).toMatchObject({ attributes: { tests: '1', failures: '0' } });
  });

  it.each([
    ['markup', '<b>&amp;"\'</b>'],
    ['the end of a section', ']]>'],
    ['an entity that is none', '&nbsp;&#0;'],
    ['escape sequences', '\\u001b[31m\\u0007\\u0000'],
    ['lone surrogates', '\\ud800x\\udfff'],
    ['no characters', '\\ufffe\\uffff'],
    ['line ends', '\\r\\n\\t\\u2028'],
    ['letters of other planes', '😀\\ud83d\\ude00'],
  ])('is valid XML for any content of a file: %s', async (_, said) => {
    workspace.write(
      'hotfix.json',
      `{ "${said.replaceAll('"', '\\"')}": 1, "version": "${said.replaceAll('"', '\\"')}" }`,
    );
    const [suite] = (await junit()).children;
    const messages = suite?.children.map(
      ({ children: [found] }) => found?.attributes['message'] ?? found?.text,
    );
    expect(messages?.length).toBeGreaterThan(1);
    for (const message of messages ?? []) expect(message).toMatch(/^["\w].{20,}/s);
  });

  const names = [
    'a\u0001\u001b[31m-hotfix.json',
    'a"<&]]>\'-hotfix.json',
    'line\nend-hotfix.json',
    '\ufffe😀-hotfix.json',
  ];
  it.each(names.filter(isPossible))('is valid XML for any file name: %j', async (name) => {
    workspace.write(name, mismatch);
    const [suite] = (await junit()).children;
    expect(suite?.attributes['name']).toBe(name.replaceAll(/[^\n\P{C}]|\ufffe/gu, '\ufffd'));
  });

  it('is valid XML for text that is not valid Unicode', async () => {
    workspace.write('a/aks-node-controller-hotfix.json', Buffer.from('\ufeff{ "\ud800": 1 }', 'utf16le'));
    workspace.write(
      'b/aks-node-controller-hotfix.json',
      Uint8Array.from([0x7b, 0x22, 0xff, 0x00, 0x22, 0x7d]),
    );
    expect((await junit('--fail-on=hint')).attributes).toMatchObject({ tests: '3', failures: '3' });
  });
});
