import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('a recipe in docs/editors.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8');
  const recipes = [...page.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, language, code = '']) => ({
    language,
    code,
  }));

  it('leaves syntax errors on: no editor is shown to run a JSON server by itself', () => {
    expect(recipes.length).toBeGreaterThan(8);
    for (const { code } of recipes) expect(code).not.toContain('syntaxDiagnostics');
  });
});
