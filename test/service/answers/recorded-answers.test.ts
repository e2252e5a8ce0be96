import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { describe as describeToModel } from '../../../client/src/language-model/description.ts';
import { pictureOf } from '../../../coverage-view/src/picture.ts';
import {
  Analysis,
  bundledRecord,
  Catalogue,
  explainOutcome,
  type FleetRecord,
  patchOf,
  type Version,
} from '../../../server/src/model/index.ts';
import { explain } from '../../../server/src/service/answers/explanation.ts';
import { explainVersion, hoverAt } from '../../../server/src/service/answers/hover.ts';
import { toMarkdown } from '../../../server/src/service/answers/markup.ts';
import { stepsOf } from '../../../server/src/service/answers/node-steps.ts';
import { summarize } from '../../../server/src/service/answers/status.ts';
import { answersWith } from '../../support/answers.ts';
import { Answering } from '../../support/coverage.ts';
import { today } from '../../support/markers.ts';
import { runs } from '../../support/runs.ts';

let bundled: FleetRecord;
let catalogue: Catalogue;
let server: Answering;
beforeAll(async () => {
  bundled = await bundledRecord();
  catalogue = new Catalogue([], { bundled });
  server = new Answering([], bundled);
});

const { hoverOn, hintsOf } = answersWith(() => catalogue);
const countOf = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN);

/** Each base on record, one patch above the highest that is baked. */
function mapOfAll(): string {
  const entries = catalogue.bases.map((base) => {
    const highest = catalogue.of(base).at(-1);
    return `"${base}": "${base}.${BigInt(highest ? patchOf(highest.version) : 0) + 1n}"`;
  });
  return `{ "hotfixes": { ${entries.join(', ')} } }`;
}

describe('a map that names all recorded baked versions', () => {
  it('is reported for the five of them that upgrade, in all answers with a count', () => {
    const text = mapOfAll();
    expect(catalogue.all).toHaveLength(145);
    const inHints = hintsOf(text).reduce((sum, label) => sum + countOf(label, /^upgrades (\d+) of/), 0);
    const inHovers = catalogue.bases.flatMap(
      (base) =>
        hoverOn(text, `"${base}"`)?.table?.rows.filter(([, does]) => does?.startsWith('upgrades')) ?? [],
    );
    const coverage = server.coverage(text);
    const { totals } = pictureOf(coverage, null);
    const explained = explain(
      { analysis: new Analysis(text) },
      catalogue.all.map(({ version }) => version),
      catalogue,
    ).verdicts.filter(({ recorded }) => recorded?.images.some(({ installs }) => installs));
    expect([inHints, inHovers.length, totals.outcomes.upgrades, explained.length]).toEqual([5, 5, 5, 5]);
    expect(totals.outcomes).toMatchObject({ cannot: 140, void: 0, 'not-listed': 0 });
    expect(summarize(new Analysis(text), catalogue).summary).toBe(
      `Nodes can read this file; 5 of ${catalogue.bases.length} entries apply.`,
    );
    expect(countOf(hoverOn(text, '"hotfixes"')?.paragraphs[0] ?? '', /^(\d+) of/)).toBe(5);
  });
});

describe('the legacy "version"', () => {
  const note = '202604.24.0: its controller installs any "version" without a comparison, here "202607.20.3".';

  it('is installed by images that compare nothing, whatever their base', () => {
    const { paragraphs, notes } = hoverOn('{ "version": "202607.20.3" }', '"version"') ?? { paragraphs: [] };
    expect(paragraphs[0]).toContain('upgrades 1 of 1 known baked version of 202607.20');
    expect(notes).toContain(note);
  });

  it('is not installed by those if no package has its spelling', () => {
    const { notes } = hoverOn('{ "version": "202607.20.03" }', '"version"') ?? {};
    expect(notes?.at(-1)).toBe(
      `${note.replace('"202607.20.3".', '"202607.20.03"')}; no package has this version.`,
    );
  });

  it('is void for all others next to a map, which those do not read', () => {
    const text = '{ "version": "202607.20.3", "hotfixes": { "202607.29": "202607.29.1" } }';
    const { paragraphs, notes } = hoverOn(text, '"version"') ?? { paragraphs: [] };
    expect(paragraphs[0]).toContain('"version" is void for nodes that compare versions.');
    expect(notes).toContain(note);
    expect(hoverOn(text, '"202607.29"')?.notes).not.toContain(note);
  });
});

describe('an entry of a base on record', () => {
  const text = '{ "hotfixes": { "202607.09": "202607.09.1", "202607.20": "202607.20.3" } }';

  it('says why a controller cannot apply it', () => {
    const hover = hoverOn(text, '"202607.09"');
    expect(hover?.paragraphs[0]).toContain('upgrades 0 of 1 known baked version of 202607.09');
    expect(hover?.table?.rows).toEqual([['202607.09.0', 'stays: its controller cannot apply hotfixes']]);
    expect(hover?.notes?.at(-1)).toBe(`202607.09.0: ${explainOutcome({ code: 'reports-dev' })}.`);
  });

  it('says nothing of the images that install "version", where the controller does not read it', () => {
    const both = '{ "version": "202604.24.1", "hotfixes": { "202604.24": "202604.24.2" } }';
    const differing =
      '202604.24.0: on 18 of 24 images; cannot on OS Guard, Flatcar; unknown on Ubuntu 20.04.';
    expect(hoverOn(both, '"202604.24"')?.notes).not.toContain(differing);
    expect(hoverOn(both, '"version"')?.notes).toContain(differing);
  });

  it('says on which images it upgrades, and on which it does not or may not', () => {
    const hover = hoverOn(text, '"202607.20"');
    expect(hover?.table?.rows).toEqual([['202607.20.0', 'upgrades to 202607.20.3']]);
    expect(hover?.notes).toEqual([
      '202607.20.0: on 21 of 27 images; cannot on Azure Container Linux, OS Guard; unknown on Ubuntu 20.04.',
    ]);
    expect(hintsOf(text)).toEqual(['upgrades 0 of 1', 'upgrades 1 of 1']);
  });

  it('applies scripts of a version with another spelling, in all answers', () => {
    for (const version of ['v202607.20.3', '202607.20.3-rc.1', '202607.20.03']) {
      const config = `{ "scripts_version": "${version}" }`;
      const hover = hoverOn(config, '"scripts_version"');
      expect(hover?.paragraphs[0]).toContain(
        'upgrades the scripts of 1 of 1 known baked version of 202607.20',
      );
      expect(hover?.table?.rows).toEqual([['202607.20.0', `upgrades to ${version}`]]);
      expect(hintsOf(config)).toEqual(['upgrades 1 of 1']);
      expect(summarize(new Analysis(config), catalogue).summary).toContain('"scripts_version" applies');
      const [verdict] = explain({ analysis: new Analysis(config) }, ['202607.20.0'], catalogue).verdicts;
      expect(verdict?.recorded?.scripts.applies).toBe(true);
    }
  });

  it('has no package of another spelling where the operating system is unknown too', () => {
    const own = { version: '202609.03.0' as Version, generation: 'current', records: [] } as const;
    const unknown = new Catalogue([{ ...own, images: ['AKSUbuntu/gen2/2004containerd'] }]);
    const analysis = new Analysis('{ "version": "v202609.03.1" }');
    const hover = hoverAt(analysis, 15, { catalogue: unknown, levels: {}, today: '2026-08-21' }, () => []);
    expect(hover?.explanation.table?.rows).toEqual([
      ['202609.03.0', 'stays: no package is named v202609.03.1'],
    ]);
  });

  it('links to the page about images where a client has an address for it', () => {
    const hover = hoverOn(text, '"202607.09"');
    if (!hover) throw new Error('Nothing is said about an entry.');
    expect(toMarkdown(hover, 'hotfix-rule:/fleet')).toContain('(hotfix-rule:/fleet)');
    expect(toMarkdown(hover)).not.toContain('](');
  });

  it('is explained in a completion as in a hover', () => {
    expect(explainVersion('202607.09.1', 'entry', catalogue).table).toEqual(
      hoverOn(text, '"202607.09"')?.table,
    );
  });

  it('is not read where the controller cannot decode the map', () => {
    const broken = new Analysis('{ "version": "202607.09.1", "hotfixes": 7 }');
    const first = (baked: string) => stepsOf(broken, baked, 'binary', catalogue).steps[0]?.text;
    expect(first('202607.09.0')).toContain('The file cannot be read');
    expect(first('202605.14.0')).toContain('the node reads it');
  });

  it('is explained step by step', () => {
    const last = (baked: string) => stepsOf(new Analysis(text), baked, 'binary', catalogue).steps.at(-1);
    expect(last('202607.09.0')).toEqual({
      passed: false,
      text: 'The image "202607.09.0" carries a controller that reports "dev": it cannot compare versions.',
      range: null,
    });
    expect(last('202607.20.0')).toMatchObject({
      passed: true,
      text: 'The package installs on 21 of 27 images; cannot on Azure Container Linux, OS Guard; unknown on Ubuntu 20.04.',
    });
    expect(last('202604.13.0')?.text).toContain('has no hotfix code');
  });

  it('has a sign for "cannot", also for a single image', () => {
    const coverage = server.coverage(text);
    const signs = (image: string | null, generation: string | null = null) =>
      pictureOf(coverage, image, generation)
        .years.flatMap(({ months }) => months.flatMap(({ cells }) => cells))
        .filter(({ entry }) => entry)
        .flatMap(({ marks }) => marks.map(({ version, sign }) => `${version} ${sign}`));
    expect(signs(null)).toEqual(['202607.09.0 cannot', '202607.20.0 upgrades']);
    expect(signs(null, 'stamped')).toEqual(['202607.20.0 upgrades']);
    const named = (part: string) => coverage.images.find((image) => image.includes(part)) ?? '';
    expect(signs(named('Container Linux'))).toContain('202607.20.0 cannot');
    expect(signs(named('20.04'))).toContain('202607.20.0 unclear');
    expect(signs(named('Ubuntu 22.04'))).toContain('202607.20.0 upgrades');
  });

  it('has a sign for an image that cannot where it is unknown whether the others can', async () => {
    const images = ['AKSAzureLinuxV3/osguardgen2fipstl', 'AKSUbuntu/gen2/2004fipscontainerd'];
    const few = new Answering([{ version: '202607.20.0', images }], await bundledRecord());
    const coverage = few.coverage(text);
    const sign = (image: string | null) =>
      pictureOf(coverage, image)
        .years.flatMap(({ months }) => months.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks)))
        .find(({ version }) => version === '202607.20.0')?.sign;
    const named = (part: string) => coverage.images.find((image) => image.includes(part)) ?? '';
    expect([sign(null), sign(named('OS Guard FIPS trusted')), sign(named('20.04 FIPS gen2'))]).toEqual([
      'unclear',
      'cannot',
      'unclear',
    ]);
  });

  it('is described for a language model', () => {
    const description = describeToModel({
      ...{ name: 'x', hasUnsavedChanges: false, isCompared: false },
      coverage: server.coverage(text),
      nodeSteps: server.nodeSteps(text, '202607.20.0'),
    });
    expect(description).toContain(
      `cannot install it: ${explainOutcome({ installs: false, code: 'no-package-manager' })}`,
    );
  });
});

describe('a config of bases on record', () => {
  const bases = fc.constantFrom(
    '202603.12',
    '202604.24',
    '202605.14',
    '202607.09',
    '202607.20',
    '202608.06',
    '202608.20',
  );
  const versions = fc.tuple(bases, fc.nat({ max: 4 })).map(([base, patch]) => `${base}.${patch}`);
  const maps = fc.uniqueArray(versions, { maxLength: 5, selector: (version) => version.slice(0, 9) });
  const configs = fc
    .tuple(maps, fc.option(versions), fc.option(versions))
    .map(([entries, version, scripts]) =>
      JSON.stringify({
        ...(version && { version }),
        ...(scripts && { scripts_version: scripts }),
        hotfixes: Object.fromEntries(entries.map((entry) => [entry.slice(0, 9), entry])),
      }),
    );

  it('has the same outcome in picture, steps, hover, hints, status and explain', () => {
    fc.assert(
      fc.property(configs, (text) => {
        const analysis = new Analysis(text);
        const coverage = server.coverage(text);
        const baked = coverage.bases.flatMap((base) => base.baked.map((one) => ({ ...one, base })));
        const { verdicts } = explain(
          { analysis },
          baked.map(({ version }) => version),
          catalogue,
        );
        for (const [i, { version, outcome, to, scriptsTo, base }] of baked.entries()) {
          const recorded = verdicts[i]?.recorded;
          const installs = recorded?.images.some((image) => image.installs === true) ?? false;
          expect([version, to !== '']).toEqual([version, installs]);
          expect(stepsOf(analysis, version, 'binary', catalogue).upgrade).toBe(installs);
          expect(stepsOf(analysis, version, 'scripts', catalogue).upgrade).toBe(scriptsTo !== '');
          if (outcome === 'upgrades') expect(installs).toBe(true);
          if (outcome === 'cannot' && base.entry) expect(installs).toBe(false);
        }
        // In a config with entries, `version` may have the same value as one of them.
        const map = analysis.hasEntries ? text.indexOf('"hotfixes"') : 0;
        for (const base of coverage.bases.filter(({ entry }) => entry && !entry.isVoid)) {
          const hotfix = base.entry?.hotfix;
          const upgrading = base.baked.filter(({ outcome, to }) => outcome === 'upgrades' && to === hotfix);
          const offset = text.indexOf(`"${hotfix ?? ''}"`, map);
          const rows = hoverAt(analysis, offset + 1, { catalogue, levels: {}, today }, () => [])?.explanation
            .table?.rows;
          expect(rows?.filter(([, does]) => does?.startsWith('upgrades to ')).length).toBe(upgrading.length);
        }
        expect(coverage.summary).toBe(summarize(analysis, catalogue).summary);
      }),
      { numRuns: runs(40) },
    );
  });
});
