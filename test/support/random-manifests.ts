import fc from 'fast-check';
import { Document, parseDocument, Scalar } from 'yaml';
import { documents } from './documents.ts';

const letters = fc.constantFrom(...'{}":,1a \n\t\\\'#&*|>-%@\u00a0\u0085\u2028é😀\ufeff', '\n  ', '\n\n');
export const texts = fc.oneof(
  fc.array(letters, { maxLength: 40 }).map((parts) => parts.join('')),
  documents,
);
const styles = ['BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'PLAIN'] as const;

/** A manifest in which a library has written a text. Some texts can only be written in another style. */
export const manifests = fc
  .record({
    text: texts,
    type: fc.constantFrom(...styles),
    indent: fc.integer({ min: 1, max: 6 }),
    lineWidth: fc.constantFrom(0, 20, 80),
    isCrlf: fc.boolean(),
    isList: fc.boolean(),
  })
  .map(({ text, type, indent, lineWidth, isCrlf, isList }) => {
    const scalar = new Scalar(text.replaceAll('\r', ''));
    scalar.type = type;
    const map = { kind: 'ConfigMap', data: { before: 'x', 'hotfix.json': scalar, after: 'y\nz\n' } };
    const document = new Document(isList ? { kind: 'List', items: [map] } : map);
    const written = document.toString({ indent, lineWidth, minContentWidth: 0 });
    return { value: String(scalar.value), manifest: isCrlf ? written.replaceAll('\n', '\r\n') : written };
  })
  // The library cannot read all that it writes.
  .filter(({ value, manifest }) => {
    const { errors, contents } = parseDocument(manifest);
    return (
      errors.length === 0 &&
      JSON.stringify(contents).includes(JSON.stringify({ 'hotfix.json': value }).slice(1, -1))
    );
  });
