import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../server/src/cli/replace-file.ts';
import { CannotWork } from '../../server/src/cli/terminal.ts';

const before = Buffer.from('{ "version": "v202604.01.3" }\r\n');
const after = '{ "version": "202604.01.3" }\r\n';

let folder = '';
const at = (name: string) => join(folder, name);
const replace = (name = 'hotfix.json') => replaceFile(at(name), name, before, after);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'replace-')));
  writeFileSync(at('hotfix.json'), before);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.skipIf(process.platform === 'win32')('a file that fix writes', () => {
  it('is another one from one moment to the next: who reads it meanwhile has all of the old one', () => {
    const reader = openSync(at('hotfix.json'), 'r');
    const { ino } = statSync(at('hotfix.json'));
    replace();
    expect(readFileSync(reader)).toEqual(before);
    closeSync(reader);
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe(after);
    expect(statSync(at('hotfix.json')).ino).not.toBe(ino);
    expect(readdirSync(folder)).toEqual(['hotfix.json']);
  });

  it.each([0o600, 0o640, 0o644, 0o666, 0o755])('has the mode that it had: %o', (mode) => {
    chmodSync(at('hotfix.json'), mode);
    replace();
    expect(statSync(at('hotfix.json')).mode & 0o7777).toBe(mode);
  });

  it('stays a link where it is one, and what it leads to is written', () => {
    symlinkSync('hotfix.json', at('link.json'));
    replace('link.json');
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe(after);
    expect(realpathSync(at('link.json'))).toBe(at('hotfix.json'));
  });

  it('is left alone where it has changed since it was read, and nothing is left behind', () => {
    writeFileSync(at('hotfix.json'), '{ "version": "202604.01.9" }');
    expect(replace).toThrow(CannotWork);
    expect(replace).toThrow('"hotfix.json" is not fixed: it changed while it was worked on; run this again.');
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe('{ "version": "202604.01.9" }');
    expect(readdirSync(folder)).toEqual(['hotfix.json']);
  });

  it('is left alone where another file was put in its place since, or a link to one', () => {
    writeFileSync(at('secret'), 'secret');
    rmSync(at('hotfix.json'));
    symlinkSync('secret', at('hotfix.json'));
    expect(replace).toThrow('it changed while it was worked on');
    rmSync(at('hotfix.json'));
    expect(replace).toThrow('cannot write "hotfix.json": there is no such file');
    expect(readFileSync(at('secret'), 'utf8')).toBe('secret');
    expect(readdirSync(folder)).toEqual(['secret']);
  });

  it('is not written through a link that somebody has put where the new one is made', () => {
    writeFileSync(at('secret'), 'secret');
    symlinkSync('secret', at(`hotfix.json.${process.pid}.tmp`));
    expect(replace).toThrow('cannot write "hotfix.json"');
    expect(readFileSync(at('secret'), 'utf8')).toBe('secret');
    expect(readFileSync(at('hotfix.json'))).toEqual(before);
  });
});
