import { describe, expect, it } from 'vitest';
import { bundledRecord, Catalogue, type Version } from '../../server/src/model/index.ts';
import type { Finding } from '../../server/src/service/findings/finding.ts';
import { findingsAmong, payloadFindingsAmong, type Surroundings } from '../support/markers.ts';
import { around, begin, end, scriptIn, template } from '../support/payload.ts';

const names = ({ ruleId, messageId }: Finding) => `${ruleId}/${messageId}`;
const ofScripts = (finding: Finding) => /payload|removed|lowered/.test(finding.ruleId);

/** The findings of a config and of its payload that are about scripts. */
function found(config: string | undefined, surroundings: Surroundings) {
  const inConfig = config === undefined ? [] : findingsAmong(config, surroundings);
  return {
    config: inConfig.filter(ofScripts).map(names),
    payload: payloadFindingsAmong(config, surroundings).map(names),
  };
}

/** The official branch with a version on record. */
async function branchOf(served: string): Promise<Catalogue> {
  const version = { version: served as Version, images: [], records: [], isCurrentAlone: true } as const;
  return new Catalogue([version], { bundled: await bundledRecord() });
}

const gate = (version: string) => `{ "scripts_version": "${version}" }`;
const gated = gate('202604.01.2');
const nothing = { config: [], payload: [] };

describe('scripts and the field that enables them', () => {
  it('have no finding together', () => {
    expect(found(gated, { payload: template('one') })).toEqual(nothing);
  });

  it.each([
    ['{}', around('')],
    ['{ "version": "202604.01.2" }', template()],
    [undefined, around('')],
  ])('have no finding if both are missing: %s', (config, payload) => {
    expect(found(config, { payload })).toEqual(nothing);
  });

  it('are not asked for beside a config at another place', () => {
    expect(findingsAmong(gated, {}).map(names)).toEqual([]);
  });

  it.each([
    ['no block', around('')],
    ['an empty block', template()],
    ['a block with other lines', around([begin, '- path: /opt/a.sh', end].join('\n'))],
    ['a block with a commented script', around([begin, scriptIn('a').replace(/^/gm, '#'), end].join('\n'))],
    ['an empty file', ''],
  ])('are an error on the field with %s', (_, payload) => {
    expect(found(gated, { payload })).toEqual({ config: ['scripts-payload/no-payload'], payload: [] });
  });

  it('link to the block, or to the file', () => {
    const relatedOf = (payload: string) => findingsAmong(gated, { payload })[0]?.related[0];
    expect(relatedOf(template())).toMatchObject({
      messageId: 'empty-block',
      start: template().indexOf(begin),
    });
    expect(relatedOf(around(''))).toMatchObject({ messageId: 'no-block', start: 0, end: 0 });
  });

  it('offer to remove the field', () => {
    const [finding] = findingsAmong(gated, { payload: template() });
    expect(finding?.fixes().map(({ title, safe }) => [title, safe])).toEqual([
      ['Remove "scripts_version"', false],
    ]);
  });

  it.each(['{}', '{ "scripts_version": "" }', '{ "scripts_version": null }', '{ "version": "202604.01.2" }'])(
    'are an error on the scripts with the config %s',
    (config) => {
      expect(found(config, { payload: template('one') }).payload).toEqual(['scripts-payload/no-gate']);
    },
  );

  it('are an error on the scripts without a config', () => {
    expect(found(undefined, { payload: template('one') }).payload).toEqual(['scripts-payload/no-config']);
  });

  it('need a config that nodes can read, which is another finding', () => {
    expect(found(`${gated},`, { payload: template('one') }).payload).toEqual([]);
  });

  it.each([
    ['202607.09.0', []],
    ['202607.20.0', ['scripts-payload/no-gate']],
  ])('need no field on a branch whose images always apply them: %s', async (served, expected) => {
    const catalogue = await branchOf(served);
    expect(found('{}', { payload: template('one'), catalogue }).payload).toEqual(expected);
  });

  it.each([
    ['no end', [begin, scriptIn('one')], ['scripts-payload/no-end']],
    ['no beginning', [scriptIn('one'), end], ['scripts-payload/no-begin']],
    [
      'the wrong order',
      [end, scriptIn('one'), begin],
      ['scripts-payload/no-begin', 'scripts-payload/no-end'],
    ],
  ])('are one finding on the marker line of a block with %s', (_, lines, payload) => {
    expect(found(gated, { payload: around(lines.join('\n')) })).toEqual({ config: [], payload });
  });

  it('are a warning at a second block', () => {
    const [finding] = payloadFindingsAmong(gated, { payload: template('one') + template('two') });
    expect([finding && names(finding), finding?.level]).toEqual(['scripts-payload/second-block', 'warning']);
  });
});

describe('a script that left the payload', () => {
  const lost = { config: [], payload: ['payload-removed/lost'] };
  const less = { before: gated, payload: template('one'), payloadBefore: template('one', 'two') };

  it('is a loss, also if the number rose', () => {
    expect(found(gated, less)).toEqual(lost);
    expect(found(gate('202604.01.9'), less)).toEqual(lost);
  });

  it('is named', () => {
    expect(payloadFindingsAmong(gated, less)[0]?.data).toEqual({ base: '202604.01', before: 'two' });
  });

  it('is named with all others, in as many findings as that takes', () => {
    const many = Array.from({ length: 12 }, (_, i) => `provisionScriptNumber${i}`);
    const findings = payloadFindingsAmong(gated, { ...less, payloadBefore: template('one', ...many) });
    expect(findings.map(({ data }) => data['before']).join(', ')).toBe(many.join(', '));
    for (const finding of findings) expect(finding.message()).not.toContain('…');
  });

  it.each([
    ['moved in the block', template('two', 'one')],
    ['in another block', `${template('two')}${template('one')}`],
  ])('is none if it is %s', (_, payload) => {
    expect(found(gated, { ...less, payload }).payload).not.toContain('payload-removed/lost');
  });

  it('is none if another one was added', () => {
    expect(found(gated, { ...less, payload: template('one', 'two', 'three') })).toEqual(nothing);
  });

  it('is a loss if it was replaced', () => {
    expect(found(gated, { ...less, payload: template('one', 'three') })).toEqual(lost);
  });

  it('is a loss beside the field without scripts', () => {
    expect(found(gated, { ...less, payload: around('') })).toEqual({
      config: ['scripts-payload/no-payload'],
      payload: ['payload-removed/lost'],
    });
  });

  it('is a loss too if the config was deleted', () => {
    expect(found(undefined, less).payload).toEqual(['scripts-payload/no-config', 'payload-removed/lost']);
    expect(found(undefined, { ...less, payload: '' }).payload).toEqual(['payload-removed/lost']);
  });

  it.each([
    ['nothing enabled it', '{ "version": "202604.01.2" }'],
    ['it was for no node', gate('202604.01.0')],
    ['nodes could not read the config', `${gated},`],
  ])('is none if %s', (_, before) => {
    expect(found(gated, { ...less, before }).payload).toEqual([]);
  });

  it('is none where all images have the patch already', () => {
    expect(found(gated, { ...less, known: ['202604.01.2', '202604.01.3'] }).payload).toEqual([]);
  });

  it.each([
    ['2026-10-01', ['payload-removed/lost']],
    ['2026-10-02', []],
  ])('is a loss until its nodes are past their support window: %s', (today, expected) => {
    expect(found(gated, { ...less, today }).payload).toEqual(expected);
  });

  it('can be accepted for its base', () => {
    const accepted = (base: string) =>
      payloadFindingsAmong(gated, { ...less, acceptedLosses: [{ base, reason: 'in the images' }] });
    expect(accepted('202604.01').map(({ level, messageId }) => [level, messageId])).toEqual([
      ['information', 'accepted'],
    ]);
    expect(accepted('202605.30').map(({ level }) => level)).toEqual(['error']);
  });

  it('is a loss of nodes that always apply scripts, on the branch that serves them', async () => {
    const catalogue = await branchOf('202607.09.0');
    const findings = payloadFindingsAmong('{}', { ...less, before: '{}', catalogue });
    expect(findings.map(({ data }) => data['base'])).toEqual(['202607.09']);
  });

  it.each([
    [
      'a marker line is missing now',
      { payload: around([begin, scriptIn('one'), scriptIn('two')].join('\n')) },
    ],
    [
      'a marker line was missing',
      { payloadBefore: around([scriptIn('one'), scriptIn('two'), end].join('\n')) },
    ],
  ])('is not guessed where %s', (_, change) => {
    expect(found(gated, { ...less, ...change }).payload).not.toContain('payload-removed/lost');
  });
});

describe('scripts against a baseline', () => {
  it.each([
    ['lowered, still above the images', '202607.20.3', '202607.20.2', []],
    ['raised', '202607.20.2', '202607.20.3', []],
    ['lowered to a patch that some images have', '202607.20.9', '202607.20.1', ['patch-lowered/scripts']],
    ['lowered to the patch of all images', '202607.20.9', '202607.20.0', ['entry-removed/scripts']],
  ])('are lowered only where an outcome changes: %s', (_, before, now, expected) => {
    const surroundings = {
      known: ['202607.20.0', '202607.20.1'],
      before: gate(before),
      payload: template('one'),
      payloadBefore: template('one'),
    };
    expect(found(gate(now), surroundings)).toEqual({ config: expected, payload: [] });
  });

  it('are no loss if the field that is removed had no scripts', () => {
    const without = { before: gated, payload: around(''), payloadBefore: around('') };
    expect(found('{}', without)).toEqual(nothing);
    expect(found('{}', { ...without, payloadBefore: template('one') })).toEqual({
      config: ['entry-removed/scripts'],
      payload: ['payload-removed/lost'],
    });
  });

  it('keep other losses of a config that had none', () => {
    const before = '{ "version": "202604.01.2", "scripts_version": "202604.01.2" }';
    const surroundings = { before, payload: around(''), payloadBefore: around('') };
    expect(found('{}', surroundings).config).toEqual(['entry-removed/binary']);
  });
});
