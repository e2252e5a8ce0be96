import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '../../../server/src/model/index.ts';
import { documents } from '../../support/documents.ts';
import { byKey, configMap, textsIn } from '../../support/manifests.ts';
import { manifests, texts } from '../../support/random-manifests.ts';

function trimmed(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}

const edits = fc.array(
  fc.record({ at: fc.nat({ max: 60 }), length: fc.nat({ max: 6 }), text: fc.oneof(texts, fc.constant('')) }),
  { minLength: 1, maxLength: 3 },
);

function inOrder(wanted: readonly { at: number; length: number; text: string }[], length: number): Edit[] {
  let end = -1;
  return wanted
    .map(({ at, length: span, text }) => ({
      start: Math.min(at, length),
      end: Math.min(at + span, length),
      text,
    }))
    .sort((a, b) => a.start - b.start)
    .filter((edit) => {
      const isApart = edit.start > end;
      if (isApart) end = edit.end;
      return isApart;
    });
}

describe('the offsets of a config in a manifest', () => {
  it('are found for each text in each style', () => {
    fc.assert(
      fc.property(manifests, ({ value, manifest }) => {
        const [found] = textsIn(manifest);
        if (value.includes('{{')) return;
        if (!found) throw new Error('not found');
        const { text } = found;
        expect(text.text).toBe(trimmed(value));
        let before = 0;
        for (let i = 0; i < text.text.length; i++) {
          const { start, end } = text.toManifest({ start: i, end: i + 1 });
          const [character, written] = [text.text.charAt(i), manifest.slice(start, end)];
          expect(start).toBeGreaterThanOrEqual(before);
          before = start;
          if (/[ \t\n]/.test(character)) continue;
          // The character itself, or an escape of it.
          const isEscape = written.startsWith('\\') && written.length > 1;
          if (!isEscape) expect(written).toContain(character);
          const isSecondOfPair = /[\udc00-\udfff]/.test(character);
          if (!isSecondOfPair) expect(text.toText(start)).toBe(i);
        }
      }),
    );
  });

  it('change to what was meant, or do not change', () => {
    fc.assert(
      fc.property(manifests, edits, ({ manifest }, wanted) => {
        const [found] = textsIn(manifest);
        if (!found) return;
        const changes = inOrder(wanted, found.text.text.length);
        const written = found.text.write(changes);
        if (!written) return;
        const after = applyEdits(manifest, written);
        const meant = applyEdits(found.text.text, changes);
        if (meant.includes('{{')) return;
        expect(byKey(after)['hotfix.json']).toBe(trimmed(meant));
        expect(after.replaceAll('\r', '')).toContain('after: |\n');
      }),
    );
  });

  it('always change in a block with lines, and only there', () => {
    fc.assert(
      fc.property(documents, edits, fc.constantFrom('\n', '\r\n'), (text, wanted, lineBreak) => {
        const lines = ['{', ...text.split(/[\r\n\u0085\u2028\u2029]+/), '}'];
        const block = lines.map((line) => `    ${line}`).join('\n');
        const manifest = configMap(`  hotfix.json: |\n${block}\n  x: y\n`).replaceAll('\n', lineBreak);
        const [found] = textsIn(manifest);
        if (!found) return;
        const inside = inOrder(wanted, found.text.text.length - 2)
          .map((edit) => ({
            ...edit,
            start: edit.start + 1,
            end: edit.end + 1,
            text: edit.text.replaceAll('{{', '{'),
          }))
          .map((edit) => ({ ...edit, text: edit.text.replaceAll(/[^\n -~]/g, '') }));
        const written = found.text.write(inside);
        const after = applyEdits(found.text.text, inside);
        if (after.includes('{{')) return;
        expect(written).toHaveLength(inside.length);
        expect(byKey(applyEdits(manifest, written ?? []))).toEqual({ 'hotfix.json': after });
      }),
    );
  });
});

const inside = (manifest: string, part: string, text: string) => {
  const [found] = textsIn(manifest);
  const start = found?.text.text.indexOf(part) ?? -1;
  const written = found?.text.write([{ start, end: start + part.length, text }]);
  return written && applyEdits(manifest, written);
};

describe('a change of a config in a manifest', () => {
  it('gets the indentation and the line breaks of a block', () => {
    const block = configMap('  hotfix.json: |\n      {\n        "a": 1\n      }\n');
    expect(inside(block, '"a": 1', '"a": 1,\n  "b": 2')).toBe(
      configMap('  hotfix.json: |\n      {\n        "a": 1,\n        "b": 2\n      }\n'),
    );
    const crlf = block.replaceAll('\n', '\r\n');
    expect(inside(crlf, '"a": 1', '"a": 1,\n  "b": 2')).toBe(
      configMap('  hotfix.json: |\n      {\n        "a": 1,\n        "b": 2\n      }\n').replaceAll(
        '\n',
        '\r\n',
      ),
    );
  });

  it('is escaped in quotes', () => {
    expect(inside(configMap(`  hotfix.json: '{"a":1}'\n`), 'a', "it's")).toBe(
      configMap(`  hotfix.json: '{"it''s":1}'\n`),
    );
    expect(inside(configMap('  hotfix.json: "{\\"a\\":1}"\n'), '"a"', '"b"')).toBe(
      configMap('  hotfix.json: "{\\"b\\":1}"\n'),
    );
  });

  it('rewrites a scalar that cannot hold it: a folded block as a literal one, others in double quotes', () => {
    expect(inside(configMap('  hotfix.json: >-\n    {"a":\n    1}\n'), '1', '1,\n"b": 2')).toBe(
      configMap('  hotfix.json: |-\n    {"a": 1,\n    "b": 2}\n'),
    );
    expect(inside(configMap(`  hotfix.json: '{"a":1}'\n`), '1', '1,\n"b":2')).toBe(
      configMap('  hotfix.json: "{\\"a\\":1,\\n\\"b\\":2}"\n'),
    );
  });

  it('is refused where a block could not hold the text', () => {
    const block = configMap('  hotfix.json: |\n    {}\n');
    expect(inside(block, '{}', '  {}')).toBeUndefined();
    expect(inside(block, '{}', '{"\u0000": 1}')).toBeUndefined();
  });
});
