import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hotfixConfigHere, withRecord } from '../support/cli.ts';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

function config(hotfixes: Readonly<Record<string, string>>): string {
  return `${JSON.stringify({ hotfixes }, null, 2)}\n`;
}

it('A check against a baseline prints what README shows', async () => {
  const [, command = '', shown] = /```console\n\$ hotfix-config ([^\n]*)\n(.*?)```/s.exec(readme) ?? [];
  const before = config({ '202607.20': '202607.20.3', '202608.06': '202608.06.3' });
  workspace.startRepository({ 'hotfix.json': before });
  workspace.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  workspace.write('hotfix.json', config({ '202608.06': '202608.06.2' }));
  // Both bases are supported on this day.
  const args = [...command.split(' '), '--today=2026-09-01'];
  const { out, err } = await hotfixConfigHere(args, { cwd: workspace.path(), files: withRecord });
  expect(out + err).toBe(shown);
});
