import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { agreedEncoding, documentsIn } from '../../server/src/lsp/positions.ts';
import { runs } from '../support/runs.ts';

const uri = 'file:///repo/hotfix.json';

/** How an editor that works in this code counts a text without line ends. */
const counts: readonly [string, (text: string) => number][] = [
  ['utf-8', (text) => Buffer.byteLength(text)],
  ['utf-16', (text) => text.length],
  ['utf-32', (text) => [...text].length],
];

const characters = fc.constantFrom('a', '"', '0', 'é', '\u00a0', '€', '\ufeff', '😀', '𝟚', '\n', '\r\n');
const texts = fc.array(characters, { maxLength: 30 }).map((parts) => parts.join(''));

/** Offsets between whole characters, as an editor has them. */
function offsetsIn(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|./gsu), (part) => part.index + part[0].length)];
}

function positionIn(text: string, offset: number, count: (text: string) => number) {
  const lines = text.slice(0, offset).split(/\r\n|\n/);
  return { line: lines.length - 1, character: count(lines.at(-1) ?? '') };
}

describe.each(counts)('positions in %s', (encoding, count) => {
  const { create, update } = documentsIn(encoding);

  it('are those that an editor which counts so has for every place of a text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = create(uri, 'json', 1, text);
        for (const offset of offsetsIn(text)) {
          const position = positionIn(text, offset, count);
          expect(document.positionAt(offset)).toEqual(position);
          expect(document.offsetAt(position)).toBe(offset);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('lead to the text of the editor after any changes', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), texts), { maxLength: 4 });
    fc.assert(
      fc.property(texts, edits, (text, changes) => {
        let expected = text;
        const events = changes.map(([a, b, inserted]): TextDocumentContentChangeEvent => {
          const offsets = offsetsIn(expected);
          const [start = 0, end = 0] = [a, b]
            .map((at) => offsets[at % offsets.length] ?? 0)
            .sort((x, y) => x - y);
          const range = {
            start: positionIn(expected, start, count),
            end: positionIn(expected, end, count),
          };
          expected = expected.slice(0, start) + inserted + expected.slice(end);
          return { range, text: inserted };
        });
        const document = update(create(uri, 'json', 1, text), events, 2);
        expect([document.getText(), document.version]).toEqual([expected, 2]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('past the end of a line are that end, and past the last line the end of the text', () => {
    const document = create(uri, 'json', 1, 'é😀\r\n€');
    expect(document.offsetAt({ line: 0, character: 99 })).toBe(3);
    expect(document.offsetAt({ line: 9, character: 0 })).toBe(6);
  });
});

describe('a position inside a character', () => {
  it('is the one before it', () => {
    const document = documentsIn('utf-8').create(uri, 'json', 1, 'a€😀b');
    const offsets = Array.from({ length: 10 }, (_, character) => document.offsetAt({ line: 0, character }));
    expect(offsets).toEqual([0, 1, 1, 1, 2, 2, 2, 2, 4, 5]);
  });
});

describe('the agreed code', () => {
  it.each([
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-32', 'utf-8', 'utf-16'], 'utf-32'],
    [['utf-7', 'toString', 'utf-8'], 'utf-8'],
    [['utf-7'], 'utf-16'],
  ])('of %j is %s', (offered, agreed) => {
    expect(agreedEncoding(offered)).toBe(agreed);
  });
});
