import { describe, expect, it } from 'vitest';
import { isPossible, mismatch, today, Workspace } from './workspace.ts';

interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Parses a workflow command as GitHub's runner does: at the first two colons, then at commas and equals signs. */
function readCommand(line: string): Annotation {
  const [, head = '', data = ''] = /^::(.*?)::(.*)$/.exec(line) ?? expect.unreachable(`no command: ${line}`);
  const [command = '', ...rest] = head.split(' ');
  const properties = rest
    .join(' ')
    .split(',')
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), unescapeProperty(pair.slice(at + 1))];
    });
  return { command, properties: Object.fromEntries(properties), message: unescapeData(data) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  const decoded = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return decoded.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}

const workspace = new Workspace();
async function lines(...args: string[]): Promise<string[]> {
  const { out } = await workspace.run('check', '--format=github', today, ...args);
  expect(out).toMatch(/^$|\n$/);
  return out.split('\n').slice(0, -1);
}

describe('check --format github', () => {
  it('annotates the range of each finding, with its level', async () => {
    workspace.write(
      'fol der/hotfix.json',
      '{\n  "hotfixes": {\n    "202605.30": "202605.30.0",\n    "202604.01": "202605.30.2"\n  }\n}\n',
    );
    expect((await lines()).map(readCommand)).toEqual([
      {
        command: 'warning',
        properties: expect.objectContaining({ line: '3', endLine: '3', title: 'never-upgrades' }),
        message: expect.stringContaining('"202605.30.0"'),
      },
      {
        command: 'notice',
        properties: expect.objectContaining({ line: '4', title: 'unsorted-entries' }),
        message: expect.any(String),
      },
      {
        command: 'error',
        properties: {
          file: 'fol der/hotfix.json',
          line: '4',
          endLine: '4',
          col: '19',
          endColumn: '28',
          title: 'base-mismatch',
        },
        message: expect.stringContaining('"202605.30.2"'),
      },
    ]);
  });

  const names = [
    '100%25,x-hotfix.json',
    'x:y-hotfix.json',
    'a::error::b-hotfix.json',
    'line\r\n::error::end-hotfix.json',
  ];
  it.each(names.filter(isPossible))('keeps the name of a file: %j', async (name) => {
    workspace.write(name, mismatch);
    const found = (await lines()).map(readCommand);
    expect(found.map(({ command, properties }) => [command, properties['file']])).toEqual([['error', name]]);
  });

  it('does not turn text from a file into a command', async () => {
    const said = '\\n::stop-commands::x%0A::error::y';
    workspace.write('hotfix.json', `{ "${said}": 1, "version": "${said}" }`);
    const found = (await lines()).map(readCommand);
    expect(found.length).toBeGreaterThan(1);
    for (const { command, message } of found) {
      expect(['error', 'warning', 'notice']).toContain(command);
      expect(message).not.toMatch(/^::/m);
    }
    expect(found.some(({ message }) => message.includes('%0A::error::y'))).toBe(true);
  });

  it('leaves the columns out where a finding goes over several lines', async () => {
    workspace.write('hotfix.json', '{ "version": "202604.01.1" } /* over\nlines */\n');
    const [only] = (await lines()).map(readCommand);
    expect(only?.properties).toEqual({ file: 'hotfix.json', line: '1', endLine: '2', title: 'json-syntax' });
  });

  it('annotates ten of a kind, errors before warnings, and counts the rest by level', async () => {
    const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
    const entries = [
      ...months.map((month) => `"2025${month}.01": "202407.30.2"`),
      ...months.slice(0, 11).map((month) => `"2026${month}.01": "2026${month}.01.0"`),
    ];
    workspace.write('a-hotfix.json', `{ "hotfixes": { ${entries.join(', ')} } }`);
    workspace.write('b-hotfix.json', '{ "version": 7 }');
    const printed = await lines('--rule=retired-base=off');
    const kinds = printed.slice(0, -1).map((line) => readCommand(line).command);
    expect(kinds.sort()).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning')]);
    expect(printed.at(-1)).toContain('Not annotated: 3 errors, 1 warning.');
  });
});

it('names files from the root of the repository, as GitHub looks for them', async () => {
  workspace.write('inner/parts/hotfix.json', mismatch);
  workspace.git('init', '--quiet', 'inner');
  for (const cwd of ['', 'inner', 'inner/parts']) {
    const from = { cwd: workspace.path(cwd) };
    const github = await workspace.runWith(from, 'check', '--format=github', today);
    expect(github.out).toContain(' file=parts/hotfix.json,');
    const { out } = await workspace.runWith(from, 'check', '--format=sarif', today);
    expect(out).toContain('"uri": "parts/hotfix.json"');
  }
});
