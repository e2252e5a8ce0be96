import { symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gitRecords } from '../../server/src/cli/git-records.ts';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
const committed = '{ "version": "202607.20.3" }\n';

async function atHead(name: string): Promise<string | null> {
  const bytes = await gitRecords.atHead(pathToFileURL(workspace.path(name)).toString());
  return bytes && Buffer.from(bytes).toString('utf8');
}

describe('the file at HEAD that an editor compares with', () => {
  it('is what was committed last, whatever is on the disk or in the index', async () => {
    workspace.startRepository({ 'parts/a b%20:ü.json': committed });
    workspace.write('parts/a b%20:ü.json', '{}');
    workspace.git('add', '.');
    expect(await atHead('parts/a b%20:ü.json')).toBe(committed);
    workspace.git('commit', '--quiet', '--message=next');
    expect(await atHead('parts/a b%20:ü.json')).toBe('{}');
  });

  it('is that of the target of a link in its path', async () => {
    workspace.startRepository({ 'parts/hotfix.json': committed });
    symlinkSync('parts', workspace.path('linked'));
    expect(await atHead('linked/hotfix.json')).toBe(committed);
  });

  it('is missing for a new file', async () => {
    workspace.startRepository({ 'readme.txt': 'a repository' });
    workspace.write('hotfix.json', committed);
    expect(await atHead('hotfix.json')).toBeNull();
  });

  it('is missing before the first commit and outside of a repository', async () => {
    workspace.write('hotfix.json', committed);
    expect(await atHead('hotfix.json')).toBeNull();
    workspace.git('init', '--quiet');
    expect(await atHead('hotfix.json')).toBeNull();
    expect(await gitRecords.atHead('untitled:hotfix.json')).toBeNull();
  });
});
