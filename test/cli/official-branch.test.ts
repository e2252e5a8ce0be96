import { describe, expect, it } from 'vitest';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
const served = 'pkg/agent/datamodel/linux_sig_version.json';

async function found(config: string): Promise<string[]> {
  workspace.write('parts/linux/hotfix.json', config);
  const { out } = await workspace.run('check', 'parts', '--format=json', '--today=2026-08-01');
  return JSON.parse(out).map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`);
}

describe('on an official branch, "check"', () => {
  it.each([
    ['{ "version": "202607.20.3", "scripts_version": "202607.20.3" }', []],
    ['{ "version": "202607.29.3" }', ['error foreign-base']],
    ['{ "scripts_version": "202608.06.3" }', ['error foreign-base']],
    ['{ "hotfixes": { "202607.20": "202607.20.3" } }', []],
    ['{ "hotfixes": { "202607.29": "202607.29.3" } }', ['error foreign-base', 'warning foreign-base']],
    ['{ "hotfixes": { "202607.20": "202607.20.3", "202607.29": "202607.29.3" } }', ['warning foreign-base']],
    // A base that is not on record, and one that no image can reach: one fault, one finding.
    ['{ "version": "202607.21.3" }', ['error foreign-base']],
    ['{ "version": "202607.09.1" }', ['error foreign-base']],
  ])('says what no node of the branch uses: %s', async (config, expected) => {
    workspace.write(served, '{ "version": "202607.20.0" }');
    expect(await found(config)).toEqual(expected);
  });

  it('wants a patch above the one that the branch serves', async () => {
    workspace.write(served, '{ "version": "202607.20.3" }');
    expect(await found('{ "version": "202607.20.3" }')).toEqual(['error foreign-base']);
    expect(await found('{ "version": "202607.20.4" }')).toEqual([]);
  });

  it('is not meant for a branch with release notes of Linux images', async () => {
    workspace.write(served, '{ "version": "202607.20.0" }');
    workspace.write('vhdbuilder/release-notes/AKSUbuntu/gen2/202607.20.0.txt', '');
    expect(await found('{ "version": "202607.29.3" }')).not.toContain('error foreign-base');
  });

  it('is so too where only Windows images have release notes', async () => {
    workspace.write(served, '{ "version": "202607.20.0" }');
    workspace.write('vhdbuilder/release-notes/AKSWindows/2022/20348.2582.240619.txt', '');
    expect(await found('{ "version": "202607.29.3" }')).toEqual(['error foreign-base']);
  });
});
