import { describe, expect, it } from 'vitest';
import { Analysis, bundledRecord, Catalogue } from '../../server/src/model/index.ts';
import { completionsAt } from '../../server/src/service/answers/completion.ts';
import { hoverAt } from '../../server/src/service/answers/hover.ts';
import { outcomeOf } from '../../server/src/service/answers/outcome.ts';
import { fixAll } from '../../server/src/service/findings/fix-all.ts';
import { catalogueOf, findingsAmong, type Surroundings, today } from '../support/markers.ts';

function found(text: string, surroundings: Surroundings = {}): string[] {
  return findingsAmong(text, { ...surroundings, isServed: true }).map(
    ({ ruleId, messageId, start, end }) => `${ruleId}/${messageId} ${text.slice(start, end)}`,
  );
}

const map = '"hotfixes": { "202604.01": "202604.01.3" }';

describe('a served map', () => {
  it.each([
    ['has entries', `{ ${map} }`, []],
    [
      'has fields that nodes drop',
      `{ ${map}, "version": "202605.30.1", "scripts_version": "x" }`,
      ['unknown-property/not-served version', 'unknown-property/not-served scripts_version'],
    ],
    [
      'has a dropped field twice',
      `{ ${map}, "version": "", "version": "v1" }`,
      ['unknown-property/not-served version', 'unknown-property/not-served version'],
    ],
    [
      'has only dropped fields',
      '{ "version": "202604.01.3" }',
      ['no-hotfix/nothing-served {', 'unknown-property/not-served version'],
    ],
    [
      'has a dropped field of another type, which makes it unreadable',
      `{ ${map}, "version": 7 }`,
      ['unknown-property/not-served version', 'wrong-type/bare 7'],
    ],
    ['has an unknown field', `{ ${map}, "artifacts": {} }`, ['unknown-property/not-served artifacts']],
    [
      'has a misspelled map',
      '{ "hotfix": {} }',
      ['no-hotfix/nothing-served {', 'unknown-property/near-miss hotfix'],
    ],
    ['has a schema', `{ "$schema": "x", ${map} }`, []],
    ['is empty', '', ['no-hotfix/nothing-served ']],
    ['is null', 'null', ['no-hotfix/nothing-served null']],
    ['is not JSON', '{', ['json-syntax/not-closed ']],
    [
      'has a byte-order mark, which nodes do not trim',
      `\ufeff{ ${map} }`,
      ['json-syntax/byte-order-mark \ufeff'],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('serves nodes of all branches', () => {
    const catalogue = catalogueOf([], '202605.30.1');
    expect(findingsAmong(`{ ${map} }`, { catalogue }).map(({ ruleId }) => ruleId)).toContain('foreign-base');
    expect(found(`{ ${map} }`, { catalogue })).toEqual([]);
  });

  it('is a map in every message', () => {
    for (const text of ['{', `{ ${map}, "version": 7 }`, '\ufeff{}'])
      for (const finding of findingsAmong(text, { isServed: true }))
        expect(finding.message()).not.toMatch(/\bfile\b/);
  });

  it('stays a served map when it is fixed', () => {
    const analysis = Analysis.served(`\n{ ${map.replace('.3"', '.03"')}, "Version": "202604.1.3", }`);
    const fixed = fixAll(analysis, { levels: {}, today });
    expect(fixed.analysis.source.text).toBe(`\n{ ${map}, "Version": "202604.1.3" }`);
    expect(fixed.findings.map(({ messageId }) => messageId)).toEqual(['not-served']);
  });

  it('reaches only nodes whose controller asks for it', async () => {
    const catalogue = new Catalogue([], { bundled: await bundledRecord() });
    const outcome = (base: string) => {
      const analysis = Analysis.served(`{ "hotfixes": { "${base}": "${base}.99" } }`);
      const [property] = analysis.versionProperties;
      return property && outcomeOf(analysis, property, catalogue).known.map(({ effect }) => effect.does);
    };
    expect(outcome('202607.20')).toEqual(['upgrades']);
    expect(outcome('202608.20')).toEqual(['upgrades']);
    expect(outcome('202607.09')).toEqual(['cannot']);
  });

  it('is called a map in a hover, without a line of another text', () => {
    const text = `{ ${map}, }`;
    const hover = hoverAt(
      Analysis.served(text),
      text.indexOf('202604.01.3'),
      { levels: {}, today, catalogue: Catalogue.empty },
      () => [],
    );
    expect(hover?.explanation.paragraphs[0]).toBe(
      'This entry is void: nodes cannot read this map. Supported until 2026-10-01.',
    );
  });

  it('is completed with the field that nodes take', () => {
    const labels = (analysis: Analysis) =>
      completionsAt(analysis, 1, { catalogue: Catalogue.empty, replacesQuotes: true, today }).map(
        ({ label }) => label,
      );
    expect(labels(Analysis.served('{}'))).toEqual(['hotfixes']);
    expect(labels(new Analysis('{}'))).toEqual(['hotfixes', 'version', 'scripts_version']);
  });
});
