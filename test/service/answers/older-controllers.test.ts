import { beforeAll, describe, expect, it } from 'vitest';
import { Analysis, applyEdits, bundledRecord, Catalogue } from '../../../server/src/model/index.ts';
import { differencesBetween } from '../../../server/src/service/answers/difference.ts';
import { summarize } from '../../../server/src/service/answers/status.ts';
import { answersWith } from '../../support/answers.ts';
import { findingsIn } from '../../support/markers.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = new Catalogue([], { bundled: await bundledRecord() });
});

const { hoverOn, hintsOf } = answersWith(() => catalogue);

describe('a "version" that only images of another base install', () => {
  const text = '{ "version": "202607.09.1" }';
  const found = (after: string, before?: string) =>
    findingsIn(after, {
      catalogue,
      ...(before !== undefined && { baseline: new Analysis(before).readings }),
    }).filter(({ ruleId }) => ['entry-removed', 'patch-lowered', 'unreachable-base'].includes(ruleId));
  const lost = (after: string, before: string) =>
    found(after, before).flatMap(({ ruleId, data }) => (ruleId === 'unreachable-base' ? [] : [data['base']]));

  it('is not called void for all nodes, and is not offered for removal', () => {
    const [finding, ...others] = found(text);
    expect([finding?.messageId, finding?.data['other'], others]).toEqual([
      'installed-elsewhere',
      '202604.24.0',
      [],
    ]);
    expect(finding?.fixes()).toEqual([]);
    const listed = found('{ "hotfixes": { "202607.09": "202607.09.1" } }');
    expect(listed.map(({ messageId }) => messageId)).toEqual(['cannot-compare']);
    expect(listed[0]?.fixes()).toHaveLength(1);
  });

  it('is a loss for them when it is removed, which restores "version"', () => {
    expect(lost('{}', text)).toEqual(['202604.24']);
    const [finding] = found('{}', text);
    const [fix] = finding?.fixes() ?? [];
    expect(new Analysis(applyEdits('{}', fix?.edits ?? [])).config).toEqual(new Analysis(text).config);
    const [before, after] = [text, '{}'].map((one) => new Analysis(one).readings);
    if (!before || !after) throw new Error('Nothing to compare.');
    expect(differencesBetween(before, after, catalogue).map(({ baked }) => baked)).toEqual(['202604.24.0']);
  });

  it('is a loss too in a file that only they could read', () => {
    // Current controllers know "scripts_version", and a number makes the file unreadable for them.
    expect(lost('{}', '{ "version": "202604.24.3", "scripts_version": 7 }')).toEqual(['202604.24']);
    expect(lost('{}', '{ "version": "202607.09.1", "hotfixes": [] }')).toEqual(['202604.24']);
    expect(lost('{}', '{ "version": 7 }')).toEqual([]);
  });

  it('is a loss for them also where the base that it names is past support', () => {
    expect(lost('{}', '{ "version": "202502.03.1" }')).toEqual(['202604.24']);
  });

  it.each([
    ['of a reachable base is one loss', '{}', '{ "version": "202607.20.3" }', ['202607.20']],
    ['with patch 0 is no loss', '{}', '{ "version": "202607.09.0" }', []],
    ['that no package has is no loss', '{}', '{ "version": "latest" }', []],
    ['that changes to another base is no loss', '{ "version": "202605.14.2" }', text, []],
    [
      'that moves into the map is no loss',
      '{ "hotfixes": { "202607.20": "202607.20.3" } }',
      '{ "version": "202607.20.3" }',
      [],
    ],
  ])('%s', (_, after, before, bases) => {
    expect(lost(after, before)).toEqual(bases);
  });
});

describe('scripts of images that apply them in any case', () => {
  it('are described alike in hint, hover and status', () => {
    const text = '{ "scripts_version": "202607.09.1" }';
    expect(hintsOf(text)).toEqual(['scripts always apply']);
    const hover = hoverOn(text, '"scripts_version"');
    expect(hover?.paragraphs[0]).toContain(
      'Scripts of 202607.09 always apply, whatever "scripts_version" says.',
    );
    expect(hover?.table?.rows).toEqual([['202607.09.0', 'applies scripts: whatever the config says']]);
    expect(summarize(new Analysis(text), catalogue).summary).toBe(
      'Nodes can read this file; scripts of 202607.09 always apply.',
    );
    const gated = '{ "scripts_version": "202607.20.3" }';
    expect(hintsOf(gated)).toEqual(['upgrades 1 of 1']);
    expect(summarize(new Analysis(gated), catalogue).summary).toContain('"scripts_version" applies');
  });
});
