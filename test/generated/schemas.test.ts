import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/model/index.ts';
import { readProjectFile } from '../../server/src/service/settings/project.ts';
import { documents } from '../support/documents.ts';

const root = join(import.meta.dirname, '../..');

function validator(name: string) {
  const schema: object = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8'));
  // Of VS Code's own.
  const vocabulary = ['allowTrailingCommas', 'defaultSnippets', 'doNotSuggest'];
  return new Ajv({ strict: true, strictTypes: false }).addVocabulary(vocabulary).compile(schema);
}

describe('the strict schema of a config', () => {
  const validate = validator('hotfix-config');

  it.each([
    'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json',
    'clean-hotfix.json',
    'legacy-hotfix.json',
  ])('judges the example %s', (path) => {
    const config: unknown = JSON.parse(readFileSync(join(root, 'examples', path), 'utf8'));
    expect(validate(config)).toBe(!path.startsWith('parts'));
  });

  it('passes nothing that a node cannot read, and no entry that is spelled wrong', () => {
    fc.assert(
      fc.property(documents, (text) => {
        if (new Analysis(text).source.faults.length > 0 || !validate(JSON.parse(text))) return;
        // A validator gets a parsed file, which has no repeated keys.
        const seen = new Analysis(JSON.stringify(JSON.parse(text)));
        expect(seen.config).not.toBeNull();
        expect(seen.versionProperties.filter(({ spelling }) => spelling !== undefined)).toEqual([]);
      }),
    );
  });
});

describe('the lenient schema of a config', () => {
  const validate = validator('hotfix-config.lenient');

  it('finds no fault with anything, since the findings are the server’s', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => validate(value)));
    fc.assert(
      fc.property(documents, (text) => {
        if (new Analysis(text).source.faults.length === 0) expect(validate(JSON.parse(text))).toBe(true);
      }),
    );
  });
});

describe('the schemas of the project file', () => {
  const strict = validator('hotfixrc');
  const lenient = validator('hotfixrc.lenient');

  it.each([
    ['{}', true],
    ['{ "rules": { "empty-patch": "off" }, "files": ["a/*.json"], "supportWindowMonths": 6 }', true],
    ['{ "bakedVersions": ["202604.01.0", { "version": "202604.01.2", "images": ["AKSUbuntu"] }] }', true],
    ['{ "rules": { "empty-patch": "loud" } }', false],
    ['{ "rules": { "unheard-of": "off" } }', false],
    ['{ "file": [] }', false],
    ['{ "supportWindowMonths": 1.5 }', false],
    ['[]', false],
  ])('agree with the server about %s', (text, fine) => {
    expect(strict(JSON.parse(text))).toBe(fine);
    expect(readProjectFile(text).problems.length === 0).toBe(fine);
    expect(lenient(JSON.parse(text))).toBe(true);
  });
});

describe('the schema of a baked-versions file', () => {
  const validate = validator('baked-versions');

  it.each([
    [['202604.01.0'], true],
    [{ bakedVersions: [{ version: '202604.01.0', released: '2026-04-01' }] }, true],
    [{ bakedVersions: '202604.01.0' }, false],
    [[7], false],
  ])('judges %j', (value, fine) => {
    expect(validate(value)).toBe(fine);
  });
});
