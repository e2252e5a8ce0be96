import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installed, installPackage, root } from './installed.ts';

let installed: Installed;
beforeAll(() => {
  installed = installPackage();
  installed.write(
    'aks-node-controller-hotfix.json',
    '{\n  "hotfixes": {\n    "202607.20": "202608.06.2",\n    "202608.06": "202608.06.2"\n  }\n}\n',
  );
}, 60_000);
afterAll(() => installed?.remove());

const pages = ['server/README.md', 'docs/api.md'];

/** A program or a command in a page, and its output. */
interface Example {
  readonly code: string;
  readonly prints: string;
}

/** The code blocks of a page, one after another. */
function blocksIn(page: string): { language: string; text: string }[] {
  const found = readFileSync(join(root, page), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return Array.from(found, ([, language = '', text = '']) => ({ language, text }));
}

/** The output of a program is the text block after it. */
function programsIn(page: string): Example[] {
  return blocksIn(page).flatMap(({ language, text }, i, blocks) => {
    const next = blocks[i + 1];
    const prints = next?.language === 'text' ? next.text : '';
    return language === 'js' ? [{ code: text, prints }] : [];
  });
}

function commandsIn(page: string): Example[] {
  return blocksIn(page)
    .filter(({ language }) => language === 'console')
    .map(({ text }) => {
      const [command = '', ...prints] = text.split('\n');
      return { code: command.replace('$ ', ''), prints: prints.join('\n') };
    });
}

describe.each(pages)('the programs in %s', (page) => {
  const programs = programsIn(page);

  it('are there', () => expect(programs.length).toBeGreaterThan(0));

  it.each(programs)('print what the page says: $code', ({ code, prints }) => {
    installed.write('example.mjs', code);
    const { stdout, stderr } = installed.run(process.execPath, 'example.mjs');
    expect(stderr).toBe('');
    expect(stdout).toBe(prints);
  });
});

describe('the commands in server/README.md', () => {
  const commands = commandsIn('server/README.md');

  it('are there', () => expect(commands.length).toBeGreaterThan(0));

  it.each(commands)('print what the page says: $code', ({ code, prints }) => {
    const [command = '', ...args] = code.split(' ');
    const { stdout, stderr } = installed.run(command, ...args);
    // The output of npm itself depends on the machine.
    expect(stdout + stderr.replace(/^npm .*\n/gm, '')).toBe(prints);
  });
});

it('the API is described function by function, with examples of each', () => {
  const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
  const declared = Array.from(
    readFileSync(join(root, 'server/api.d.ts'), 'utf8').matchAll(/^export declare function (\w+)/gm),
    ([, name]) => name,
  );
  const described = Array.from(page.matchAll(/^## (\w+)\(/gm), ([, name]) => name);
  expect(described.toSorted()).toEqual(declared.toSorted());
});
