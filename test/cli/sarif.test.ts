import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { exampleGroups, rulesOfConfigs, writeGroup } from './rule-examples.ts';
import { clean, isPossible, mismatch, today, Workspace } from './workspace.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
        readonly region: Readonly<Record<string, number>>;
      };
    },
  ];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Descriptor[] } };
      readonly results: readonly Result[];
      readonly originalUriBaseIds: Readonly<Record<string, unknown>>;
      readonly invocations: readonly [{ readonly executionSuccessful: boolean }];
    },
  ];
}

interface Descriptor {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
}

/** The schema of the standard. It uses draft 04, and the only difference from later drafts that matters here is `id`. */
function sarifSchema(): object {
  const require = createRequire(import.meta.url);
  const { $schema, id, ...schema } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  return schema;
}

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile<Log>(sarifSchema());

function parse(text: string): Log {
  const log: unknown = JSON.parse(text);
  if (!validate(log)) throw new Error(`not SARIF 2.1.0: ${ajv.errorsText(validate.errors)}`);
  return log;
}

const workspace = new Workspace();
const sarif = async (...args: string[]) =>
  parse((await workspace.run('check', '--format=sarif', ...args)).out).runs[0];
const fingerprints = async () =>
  (await sarif(today)).results.map(({ partialFingerprints }) => partialFingerprints['finding/v1']);

describe('check --format sarif', () => {
  it('is SARIF 2.1.0 for the examples of every rule', async () => {
    const found = new Set<string>();
    for (const [i, group] of exampleGroups().entries()) {
      const { results } = await sarif(...writeGroup(workspace, `group-${i}`, group));
      for (const { ruleId, ruleIndex } of results) {
        expect(rules[ruleIndex]?.id).toBe(ruleId);
        found.add(ruleId);
      }
    }
    expect(found).toEqual(new Set(rulesOfConfigs.map(({ id }) => id)));
  });

  it('is SARIF 2.1.0 without a config, and without a finding', async () => {
    expect((await sarif()).results).toEqual([]);
    workspace.write('hotfix.json', clean);
    expect(await sarif(today)).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
  });

  it('describes every rule, within the lengths that GitHub shows', async () => {
    const { rules: described } = (await sarif()).tool.driver;
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { shortDescription, fullDescription, help } of described) {
      for (const { text } of [shortDescription, fullDescription]) {
        expect(text).toMatch(/^.{10,1024}$/);
      }
      expect(help.text).not.toBe('');
      expect(help.markdown).not.toBe('');
    }
  });

  it('has what Azure DevOps requires: a category, a full name, and a name for each rule', async () => {
    workspace.write('hotfix.json', mismatch);
    const [log] = parse((await workspace.run('check', '--format=sarif', today)).out).runs;
    expect(log).toMatchObject({
      automationDetails: { id: 'hotfix-config/' },
      tool: { driver: { fullName: 'hotfix-config 0.1.0' } },
    });
    const { rules: described } = JSON.parse(JSON.stringify(log)).tool.driver;
    expect(described.find(({ id }: { id: string }) => id === 'base-mismatch').name).toBe('BaseMismatch');
    expect(described.every(({ name }: { name: string }) => /^[A-Z][A-Za-z]+$/.test(name))).toBe(true);
  });

  it('names files by relative URIs, for any file name', async () => {
    const mark = isPossible('?') ? '?' : ';';
    const name = `fol der/a#b${mark}c%ä-hotfix.json`;
    workspace.write(name, mismatch);
    const { results, originalUriBaseIds } = await sarif(today);
    const { artifactLocation, region } = results[0]?.locations[0].physicalLocation ?? expect.unreachable();
    expect(artifactLocation).toEqual({
      uri: `fol%20der/a%23b${encodeURIComponent(mark)}c%25%C3%A4-hotfix.json`,
      uriBaseId: '%SRCROOT%',
    });
    expect(Object.keys(originalUriBaseIds)).toEqual(['%SRCROOT%']);
    expect(decodeURIComponent(artifactLocation.uri)).toBe(name);
    expect(region).toEqual({ startLine: 1, startColumn: 31, endLine: 1, endColumn: 40 });
  });

  it('keeps the fingerprint of a finding when lines are added above it, and distinguishes equal ones', async () => {
    const entry = '"202604.01": "202605.30.2"';
    workspace.write('hotfix.json', `{ "hotfixes": { ${entry} } }`);
    const before = await fingerprints();
    workspace.write('hotfix.json', `{\n\n  "hotfixes": {\n    ${entry}\n  }\n}\n`);
    expect(await fingerprints()).toEqual(before);
    workspace.write('hotfix.json', `{ "hotfixes": {}, "note": 1, "note": 1, "note": 1 }`);
    const like = await fingerprints();
    expect(like.length).toBeGreaterThan(3);
    expect(new Set(like).size).toBe(like.length);
  });

  it("gives each line the hash that GitHub's own upload gives it", async () => {
    const key = 'a'.repeat(120);
    workspace.write('hotfix.json', `{\r\n  "${key}": 1,\r\n\t"${key}": 1,\n  "version": "202604.01.0"\n}\n`);
    const hashes = (await sarif(today)).results.map(({ locations, partialFingerprints }) => [
      locations[0].physicalLocation.region['startLine'],
      partialFingerprints['primaryLocationLineHash'],
    ]);
    expect(Object.fromEntries(hashes)).toEqual({
      2: 'a63700d980b87c99:1',
      3: 'a63700d980b87c99:2',
      4: '587f044ffbb38167:1',
    });
  });

  it('does not turn text from a file into a link', async () => {
    workspace.write('hotfix.json', '{ "[click](file:///etc)": 1, "version": "[me](1)" }');
    const said = (await sarif(today)).results.map(({ message }) => message.text).join('\n');
    expect(said.replaceAll('\\](', '')).not.toContain('](');
    expect(said).toContain('"[click\\](file:///etc)"');
    expect(said).toContain('"[me\\](1)"');
  });

  it('names what could not be read, and is whole all the same', async () => {
    workspace.write('hotfix.json', mismatch);
    const { status, out, err } = await workspace.run(
      'check',
      '--format=sarif',
      today,
      'missing](x).json',
      'hotfix.json',
    );
    expect(parse(out).runs[0]).toMatchObject({
      results: [{ ruleId: 'base-mismatch' }],
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            {
              level: 'error',
              message: {
                text: 'cannot read "missing\\](x).json": no such file; check the path',
              },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'missing%5D(x).json' } } }],
            },
          ],
        },
      ],
    });
    expect([status, err]).toEqual([3, expect.stringContaining('cannot read "missing](x).json"')]);
  });
});
