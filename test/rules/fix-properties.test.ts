import fc from 'fast-check';
import { type ParseError, parse, visit } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import {
  Analysis,
  applyEdits,
  binaryVerdict,
  Catalogue,
  type Origin,
  type Range,
  scriptsVerdict,
  type Version,
  type VersionProperty,
  verdictOn,
} from '../../server/src/model/index.ts';
import { propertyRange } from '../../server/src/rules/edits.ts';
import { removeProperty } from '../../server/src/rules/remove-property.ts';
import { check, type Finding } from '../../server/src/service/findings/finding.ts';
import { fixAll } from '../../server/src/service/findings/fix-all.ts';
import { bakedVersions, commentedDocuments, documents } from '../support/documents.ts';
import { today } from '../support/markers.ts';
import { runs } from '../support/runs.ts';

const options = { levels: {}, today };

function fixed(text: string): string {
  return fixAll(new Analysis(text), options).analysis.source.text;
}

/** Whether an editor's parser, which accepts comments and trailing commas, finds nothing wrong. */
function passesLeniently(text: string): boolean {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0;
}

interface Request {
  readonly who: string;
  readonly origin: Origin;
}

/** Which nodes upgrade, and which property of the config causes it. */
function requests(text: string): Request[] {
  const { config } = new Analysis(text);
  return bakedVersions.flatMap((baked) =>
    (['binary', 'scripts'] as const).flatMap((what) => {
      const { reason } = verdictOn[what](config, baked);
      return reason.code === 'upgrades' ? [{ who: `${baked} ${what}`, origin: reason.origin }] : [];
    }),
  );
}

function placeOf(analysis: Analysis, origin: Origin): Range | undefined {
  const isOrigin = (property: VersionProperty) =>
    origin.role === 'entry'
      ? property.role === 'entry' && property.key.value === origin.base
      : property.role === origin.role;
  return analysis.seen.versionProperties.findLast(isOrigin)?.value;
}

function commentsIn(text: string): { offset: number; comment: string }[] {
  const found: { offset: number; comment: string }[] = [];
  visit(text, {
    onComment: (offset, length) =>
      found.push({ offset, comment: text.slice(offset, offset + length).trim() }),
  });
  return found;
}

function upgrades(text: string): string[] {
  const { config } = new Analysis(text);
  return bakedVersions.flatMap((baked) => [
    ...(binaryVerdict(config, baked).upgrade ? [`${baked} binary`] : []),
    ...(scriptsVerdict(config, baked).upgrade ? [`${baked} scripts`] : []),
  ]);
}

describe('fixing all', () => {
  it('leaves no finding that had a safe fix, and a second time changes nothing', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const once = fixed(text);
        const left = check(new Analysis(once), options).filter((finding) =>
          finding.fixes().some(({ safe }) => safe),
        );
        expect(left.map(({ ruleId, message }) => `${ruleId}: ${message()}`)).toEqual([]);
        expect(fixed(once)).toBe(once);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('takes no upgrade away from any baked version as releases write them', () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(upgrades(fixed(text))).toEqual(expect.arrayContaining(upgrades(text)));
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('fixing all', () => {
  it('does not make an entry effective while its value has a finding', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const before = new Set(requests(text).map(({ who }) => who));
        const after = new Analysis(fixed(text));
        const left = check(after, options);
        for (const { who, origin } of requests(after.source.text)) {
          if (before.has(who)) continue;
          const value = placeOf(after, origin);
          if (!value) throw new Error(`${who} upgrades by no value of the config`);
          const inValue = left.filter(({ start, end }) => value.start <= start && end <= value.end);
          expect(inValue.map(({ ruleId }) => `${who}: ${ruleId}`)).toEqual([]);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it.each([
    ['a key that is not padded', '{"hotfixes":{"202611.2":"202611.02.3-rc.1"}}'],
    ['a key with a "v"', '{"hotfixes":{"v202611.02":"202611.02.3+build"}}'],
    ['a key with white space', '{"hotfixes":{" 202611.02":"202611.02.3-0"}}'],
    ['a key with a patch', '{"hotfixes":{"202611.02.3":"v202611.2.3-rc.1"}}'],
    ['a trailing comma', '{"hotfixes":{"202611.02":"202611.02.3-rc.1",}}'],
    ['a trailing comma after a field', '{"scripts_version":"202611.02.3+b",}'],
    ['a byte-order mark', '\ufeff{"version":"202611.02.3-rc.1"}'],
    ['a trailing comma and another fault', '{"version":"202611.102.3",}'],
  ])('does not lead nodes to a missing package by fixing %s', (_, text) => {
    expect(fixed(text)).toBe(text);
    const fixes = check(new Analysis(text), options).flatMap((finding) => finding.fixes());
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.filter(({ safe }) => safe)).toEqual([]);
  });

  it.each([
    ['a key that is not padded', '{"hotfixes":{"202611.2":"202611.02.3"}}'],
    ['a key with a "v", and a version with one', '{"hotfixes":{"v202611.02":"v202611.02.3"}}'],
    ['a version that no package has', '{"scripts_version":"202611.2.03"}'],
    ['a trailing comma', '{"hotfixes":{"202611.02":"202611.02.3",}}'],
    ['a byte-order mark', '\ufeff{"version":"202611.02.3"}'],
  ])('does not lead nodes to a version that is ambiguous for apt by fixing %s', (_, text) => {
    const catalogue = new Catalogue([{ version: '202611.02.30' as Version, images: [], records: [] }]);
    const analysis = new Analysis(text);
    expect(fixAll(analysis, { ...options, catalogue }).edits).toEqual([]);
    expect(fixed(text)).not.toBe(text);
  });

  it.each([
    ['{"hotfixes":{"202611.2":"202611.02.0-rc.1",}}', '{"hotfixes":{"202611.02":"202611.02.0-rc.1"}}'],
    ['{"hotfixes":{"202611.2":"dev",}}', '{"hotfixes":{"202611.02":"dev"}}'],
    ['{"hotfixes":{"202611.2":"v202611.2.03",}}', '{"hotfixes":{"202611.02":"202611.02.3"}}'],
    ['{"hotfixes":{"202611.2":"202605.30.3-rc.1"}}', '{"hotfixes":{"202611.02":"202605.30.3-rc.1"}}'],
  ])('fixes entries that no node uses: %s', (text, expected) => {
    expect(fixed(text)).toBe(expected);
  });
});

describe('fixing all and every single fix', () => {
  const lineEnds = fc.constantFrom('\n', '\r\n');

  it('write no line end of another kind than the file has, and leave its last one', () => {
    fc.assert(
      fc.property(documents, lineEnds, fc.boolean(), (document, lineEnd, isLast) => {
        const text = document.trimEnd().replace(/\r\n?|\n/g, lineEnd) + (isLast ? lineEnd : '');
        const single = check(new Analysis(text), options).flatMap((finding) => finding.fixes());
        const results = [fixed(text), ...single.map(({ edits }) => applyEdits(text, edits))];
        for (const result of results) {
          const others = (result.match(/\r\n?|\n/g) ?? []).filter((end) => end !== lineEnd);
          // A single line has no line end of its own.
          if (text.includes(lineEnd)) expect(others).toEqual([]);
          expect(result.endsWith(lineEnd)).toBe(isLast);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('every single fix', () => {
  it('leaves a file readable that nodes could read', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const analysis = new Analysis(text);
        fc.pre(analysis.isReadable);
        for (const { ruleId, fixes } of check(analysis, options)) {
          for (const { edits, title } of fixes()) {
            const after = new Analysis(applyEdits(text, edits));
            expect(after.isReadable, `${ruleId}: ${title}`).toBe(true);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('leaves a text that a forgiving parser reads', () => {
    fc.assert(
      fc.property(commentedDocuments, (text) => {
        fc.pre(passesLeniently(text));
        for (const { ruleId, fixes } of check(new Analysis(text), options)) {
          for (const { edits, title } of fixes()) {
            const result = applyEdits(text, edits);
            expect(passesLeniently(result), `${ruleId}: ${title}: ${JSON.stringify(result)}`).toBe(true);
          }
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('removes one finding of its rule, if nothing is repeated', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const analysis = new Analysis(text);
        // Without the winner, the ignored property appears, with its faults.
        fc.pre(analysis.repeats.length === 0);
        const before = check(analysis, options);
        for (const { ruleId, message, fixes } of before) {
          const said = message();
          const alike = (findings: readonly Finding[]) =>
            findings.filter((finding) => finding.ruleId === ruleId && finding.message() === said).length;
          for (const { edits, title, deletesFile } of fixes()) {
            if (deletesFile) continue;
            const after = check(new Analysis(applyEdits(text, edits)), options);
            expect(alike(after), `${ruleId}: ${title}`).toBeLessThan(alike(before));
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('taking a property out', () => {
  it('keeps each comment, and a text that a forgiving parser reads', () => {
    fc.assert(
      fc.property(commentedDocuments, (text) => {
        fc.pre(passesLeniently(text));
        const { source } = new Analysis(text);
        for (const siblings of [source.fields, ...source.fields.map(({ entries }) => entries)]) {
          for (const property of siblings) {
            const { start, end } = propertyRange(property);
            const beside = commentsIn(text).filter(({ offset }) => offset < start || offset >= end);
            const result = applyEdits(text, removeProperty(source, property, siblings));
            expect(passesLeniently(result), JSON.stringify(result)).toBe(true);
            const kept = commentsIn(result).map(({ comment }) => comment);
            expect(kept, JSON.stringify(result)).toEqual(beside.map(({ comment }) => comment));
          }
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
