import { expect, it } from 'vitest';
import { mostFindings } from '../../server/src/model/index.ts';
import { today, Workspace } from './workspace.ts';

const workspace = new Workspace();

/** Out of order, with a misspelled base and version in each entry. */
function faulty(entries: number): string {
  const lines = Array.from(
    { length: entries },
    (_, i) => `"202604.${1 + (i % 9)}": "v202604.0${1 + (i % 9)}.${i}"`,
  );
  return `{ "hotfixes": {\n${lines.reverse().join(',\n')}\n} }\n`;
}

it('fix refuses a config with more findings than are listed, says why and goes on with the others', async () => {
  const [text, other] = [faulty(mostFindings), '{ "hotfixes": { "202604.1": "202604.01.3" } }\n'];
  workspace.write('a-hotfix.json', text);
  workspace.write('b-hotfix.json', other);
  const { status, out, err } = await workspace.run('fix', today);
  expect([status, out]).toEqual([3, 'fixed b-hotfix.json\n']);
  expect(err).toContain(`"a-hotfix.json" is not fixed: it has more than ${mostFindings} findings`);
  expect(workspace.read('a-hotfix.json')).toBe(text);
});
