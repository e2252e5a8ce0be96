import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EditedDocument } from '../../server/src/lsp/edited-document.ts';
import { documentsIn } from '../../server/src/lsp/positions.ts';

/** Lines of every kind of end, and characters that take more than one unit. */
const text = fc
  .array(fc.constantFrom('a', 'bc', '"', 'é', '€', '😀', '\n', '\n', '\r\n', '\r'), { maxLength: 40 })
  .map((parts) => parts.join(''));
const number = fc.oneof({ weight: 9, arbitrary: fc.nat(8) }, fc.integer({ min: -2, max: 60 }));
const position = fc.record({ line: number, character: number });
/** Most of them, as somebody types, near the one before: on the same line. */
const edit = fc.record({
  range: fc.oneof(
    position.map((at) => ({ start: at, end: at })),
    fc.record({ start: position, end: position }),
    fc.record({ line: number, from: number, to: number }).map(({ line, from, to }) => ({
      start: { line, character: from },
      end: { line, character: to },
    })),
  ),
  text: fc.oneof(fc.constantFrom('', 'x', '\n', '\r'), text),
});
const step = fc.record({
  changes: fc.array(fc.oneof({ weight: 9, arbitrary: edit }, fc.record({ text })), {
    minLength: 1,
    maxLength: 3,
  }),
  /** Whether somebody looks at the text then. */
  isRead: fc.boolean(),
});

describe.each(['utf-16', 'utf-8'])('a document that is edited, columns in %s', (encoding) => {
  const kind = documentsIn(encoding);

  it('is what it would be if each change had been written at once', () => {
    fc.assert(
      fc.property(text, fc.array(step, { maxLength: 8 }), (start, steps) => {
        const document = new EditedDocument(kind, kind.create('file:///a.json', 'json', 0, start));
        const plain = kind.create('file:///a.json', 'json', 0, start);
        for (const [i, { changes, isRead }] of steps.entries()) {
          document.update(changes, i + 1);
          for (const change of changes) kind.update(plain, [inside(plain, change)], i + 1);
          if (isRead) expect(document.getText()).toBe(plain.getText());
        }
        expect(document.getText()).toBe(plain.getText());
        expect([document.version, document.lineCount]).toEqual([steps.length, plain.lineCount]);
        for (let offset = 0; offset <= plain.getText().length; offset++) {
          expect(document.positionAt(offset)).toEqual(plain.positionAt(offset));
        }
      }),
    );
  });

  it('tells what has changed since it was asked for last, as one change', () => {
    fc.assert(
      fc.property(text, fc.array(step, { maxLength: 8 }), (start, steps) => {
        const document = new EditedDocument(kind, kind.create('file:///a.json', 'json', 0, start));
        expect(document.change).toBe('everything');
        document.forgetChange();
        let before = start;
        for (const [i, { changes, isRead }] of steps.entries()) {
          document.update(changes, i + 1);
          if (!isRead) continue;
          const { change } = document;
          const now = document.getText();
          if (change === undefined) expect(now).toBe(before);
          else if (change !== 'everything') {
            const { start, oldEnd, newEnd } = change;
            expect(before.slice(0, start) + now.slice(start, newEnd) + before.slice(oldEnd)).toBe(now);
          }
          document.forgetChange();
          before = now;
        }
      }),
    );
  });
});

describe('keystrokes that come at once', () => {
  it('copy the text once, however many they are', () => {
    let written = 0;
    const counting = {
      create: TextDocument.create,
      update: (...[document, changes, version]: Parameters<typeof TextDocument.update>) => {
        if (document === whole) written++;
        return TextDocument.update(document, changes, version);
      },
    };
    const whole = TextDocument.create('file:///a.json', 'json', 0, 'a\nb\nc\n');
    const document = new EditedDocument(counting, whole);
    for (let i = 0; i < 30; i++) {
      const at = { line: 1, character: i };
      document.update([{ range: { start: at, end: at }, text: 'x' }], i + 1);
    }
    expect(written).toBe(0);
    expect(document.getText()).toBe(`a\n${'x'.repeat(30)}b\nc\n`);
    expect(written).toBe(1);
  });
});

type Change = Parameters<typeof TextDocument.update>[1][number];

/** The library loses count of its lines at a place behind the last one, and takes a range in one direction. */
function inside(document: TextDocument, change: Change): Change {
  if (!('range' in change)) return change;
  const offsets = [change.range.start, change.range.end].map((position) => document.offsetAt(position));
  const [start, end] = [Math.min(...offsets), Math.max(...offsets)].map((offset) =>
    document.positionAt(offset),
  );
  return start && end ? { range: { start, end }, text: change.text } : change;
}
