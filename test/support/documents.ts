import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';

const patches = fc.constantFrom('0', '1', '2', '3', '03', '9007199254740993', '18446744073709551615', '');
const bases = fc.constantFrom('202604.01', '202605.30', '202606.31', '202607.20', '202604.1', '202604');
const spaces = fc.constantFrom('', '', '', ' ', '\u00a0', '\\t', '\\u0020');

const versions = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(bases, patches).map(([base, patch]) => `${base}.${patch}`) },
  { weight: 2, arbitrary: fc.tuple(bases, patches).map(([base, patch]) => `v${base}.${patch}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'dev',
      '',
      ' ',
      '202604.01',
      '202604.01.3-x',
      '202605.30.2-rc.1',
      '202607.20.3+b',
      '202604.01.3.1',
      '202604.\\u00301.3',
    ),
  },
);

const texts = fc
  .tuple(spaces, versions, spaces)
  .map(([before, version, after]) => `"${before}${version}${after}"`);
const values = fc.oneof(
  { weight: 20, arbitrary: texts },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'null',
      '7',
      '202604.10',
      '{}',
      '[]',
      'true',
      '"\\ud800"',
      '" \\}v202604.1.03 "',
    ),
  },
);

const keys = fc.oneof(
  { weight: 6, arbitrary: bases },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'v202604.01',
      ' 202604.01',
      '202604.01.3',
      'april',
      '',
      '__proto__',
      '20260\\u0034.01',
    ),
  },
);

const entries = fc.tuple(keys, values).map(([key, value]) => `"${key}": ${value}`);
const maps = joined(entries, '{', '}', 6);

const fields = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom('hotfixes', 'hotfixes', 'Hotfixes', 'hotfixe\u017f'), maps),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('version', 'VERSION', 'scripts_version', 'Scripts_version'), values),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('$schema', 'hotfix', 'note'), values) },
  { weight: 1, arbitrary: fc.constantFrom<[string, string]>(['hotfixes', 'null'], ['hotfixes', '[1]']) },
);

/** Texts as people write configs: mostly JSON, with the faults of all rules. */
export const documents = fc
  .tuple(
    fc.constantFrom('', '', '', '', '\ufeff', '// why\n'),
    joined(
      fields.map(([key, value]) => `"${key}": ${value}`),
      '{',
      '}',
      4,
    ),
    fc.constantFrom('', '\n', '\r\n', ' /* end */', ' {}'),
  )
  .map((parts) => parts.join(''));

const comments = fc.constantFrom('/* a */', ' // b\n', '\n  // c, "d"\n  ', '\r\n/* e\n */');

/** The same with comments next to brackets and commas. */
export const commentedDocuments = fc
  .tuple(documents, fc.array(fc.tuple(fc.nat({ max: 40 }), comments), { minLength: 1, maxLength: 4 }))
  .map(([text, inserted]) => {
    const gaps = gapsOf(text);
    const at = inserted.map(([n, comment]) => ({ offset: gaps[n % gaps.length] ?? 0, comment }));
    return at
      .sort((a, b) => b.offset - a.offset)
      .reduce(
        (result, { offset, comment }) => result.slice(0, offset) + comment + result.slice(offset),
        text,
      );
  });

const slips = fc.constantFrom('', ',', '}', '{', ':', '"', '\\', "'", 'x', ' v202604.10.1', ' 202605.30.1 ');

/** Incomplete texts: a few characters are replaced at any offset. */
export const brokenDocuments = fc
  .tuple(
    fc.oneof(documents, commentedDocuments),
    fc.array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 20 }), slips), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, replaced]) =>
    replaced.reduce((result, [n, length, slip]) => {
      const at = n % (result.length + 1);
      return result.slice(0, at) + slip + result.slice(at + length);
    }, text),
  );

/** Before and after each bracket and comma. */
function gapsOf(text: string): number[] {
  const scanner = createScanner(text, true);
  const gaps: number[] = [];
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if (/[{},]/.test(text.charAt(offset))) gaps.push(offset, offset + 1);
  }
  return gaps;
}

/** A list in brackets, on one line or several, sometimes with an extra comma. */
function joined(
  items: fc.Arbitrary<string>,
  open: string,
  close: string,
  maxLength: number,
): fc.Arbitrary<string> {
  const layouts = fc.constantFrom(' ', '\n  ', '\r\n\t', '');
  const trailing = fc.constantFrom('', '', '', '', ',');
  return fc
    .tuple(fc.array(items, { maxLength }), layouts, trailing)
    .map(([list, space, comma]) => `${open}${space}${list.join(`,${space}`)}${comma}${space}${close}`);
}

/** Baked versions, for all bases in the documents. */
export const bakedVersions = ['202604.01', '202605.30', '202606.31', '202607.20'].flatMap((base) =>
  ['0', '1', '2', '9007199254740992', '18446744073709551614'].map((patch) => `${base}.${patch}`),
);
