import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Words that make a text hard to read. Each has a plain replacement and no other use here. */
const avoided =
  /\b(?:whoever|somebody|nobody|anew|mend(?:s|ed|able)?|besides|all else|goes by|(?<!there )is no (?:day|file|version|revision|config|JSON)|(?:is|has) gone|stands (?:here|there|in|at|for|behind)|what nodes make of|in vain)\b/i;

/** These hold such words, or their content names the folder of an editor that is already fetched. */
const exempt =
  /wording\.test\.ts$|^tools\/editor\/(?:fetch|native-parts)\.ts$|^test\/(?:vectors|agentbaker)\//;

function filesIn(folder: string, extension: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(extension))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => !exempt.test(name) && !name.includes('/node_modules/'));
}

function avoidedIn(name: string): string[] {
  const lines = readFileSync(join(root, name), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    const found = avoided.exec(line);
    return found ? [`${name}:${i + 1}: "${found[0]}"`] : [];
  });
}

describe('texts use plain words', () => {
  it.each(['server/src', 'client/src', 'coverage-view/src', 'playground/src', 'tools', 'bench', 'test'])(
    'in the messages, comments and test names of %s',
    (folder) => {
      const names = filesIn(folder, '.ts');
      expect(names.length).toBeGreaterThan(5);
      expect(names.flatMap(avoidedIn)).toEqual([]);
    },
  );

  it('in documents', () => {
    const pages = readdirSync(root).filter((name) => name.endsWith('.md'));
    const names = [
      ...pages,
      ...filesIn('docs', '.md'),
      ...filesIn('.github', '.yml'),
      ...filesIn('.github', '.md'),
      'server/README.md',
      'examples/README.md',
      'action.yml',
    ];
    expect(names.length).toBeGreaterThan(20);
    expect(names.flatMap(avoidedIn)).toEqual([]);
  });
});
