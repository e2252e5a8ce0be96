import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import {
  codeSpan,
  escapeComment,
  escapeMarkdown,
  toMarkdown,
} from '../../../server/src/service/answers/markup.ts';

/** Any text, with many characters that Markdown uses. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\`*_{}[]()#~|>!&<@:/.-+=1a \n\t"\'^$'),
      fc.constantFrom(
        'www.',
        '@name',
        'a/b#3',
        'GH-3',
        ':+1:',
        ':white_check_mark:',
        '$x$',
        'http://',
        'ftp://',
        'a@b.c',
        '&amp;',
        '![i](x)',
        '<b>',
        '1. ',
        '- ',
        '---',
        '```',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** The visible text, as VS Code's own Markdown library renders it; undefined if it is more than plain text. */
function shown(markdown: string, [before, after]: readonly [string, string]): string | undefined {
  const html = marked.parse(markdown, { async: false, gfm: true, breaks: true });
  const from = html.indexOf(before) + before.length;
  const inside = html.slice(from, html.indexOf(after, from));
  return inside.includes('<') ? undefined : withoutReferences(inside).trim();
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function withoutReferences(html: string): string {
  return html.replace(/&(?:#(\d+)|(\w+));/g, (all, code?: string, name = '') =>
    code === undefined ? (named[name] ?? all) : String.fromCodePoint(Number(code)),
  );
}

describe('a text from a file, in Markdown', () => {
  const paragraph = ['<p>', '</p>'] as const;
  const cell = ['<td>', '</td>'] as const;

  it.each(['scripts_version', 'release_notes_2', '{a}', 'x! y', 'C# 1>0', 'a-b'])(
    'has no backslash where Markdown means nothing by it: %s',
    (plain) => {
      expect(escapeMarkdown(plain)).toBe(plain);
    },
  );

  it.each([
    ['at the start of a paragraph', ['', ''], paragraph, ''],
    ['inside of a paragraph', ['x', ''], paragraph, 'x'],
    ['in a table', ['| a |\n| --- |\n| ', ' |'], cell, ''],
  ] as const)('shows letter for letter %s', (_, [before, after], tags, first) => {
    fc.assert(
      fc.property(text, (any) => {
        const onOneLine = any.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
        expect(shown(before + escapeMarkdown(any) + after, tags)).toBe((first + onOneLine).trim());
      }),
    );
  });
});

/** The parts of a rendered text that GitHub searches: it does not look into code, or past the end of an element. */
function searched(html: string): string[] {
  return html
    .replace(/<code>[^<]*<\/code>/g, '<>')
    .split(/<[^>]*>/)
    .map(withoutReferences);
}

describe('a text from a file, in a comment on GitHub', () => {
  const active = /@\w|#\d|GH-\d|:[\w+-]+:|\$[^$]*\$/i;

  it('has no name, number, emoji or formula that GitHub would find', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const markdown of [`x${escapeComment(any)}`, `x ${codeSpan(any)}`])
          for (const part of searched(marked.parse(markdown, { async: false, gfm: true })))
            expect(part).not.toMatch(active);
      }),
    );
  });

  it('shows the same letters', () => {
    fc.assert(
      fc.property(text, (any) => {
        const visible = (markdown: string) =>
          withoutReferences(marked.parse(markdown, { async: false, gfm: true }).replace(/<[^>]*>/g, ''));
        expect(visible(`x${escapeComment(any)}`).replaceAll('\u200b', '')).toBe(
          visible(`x${escapeMarkdown(any)}`),
        );
      }),
    );
  });
});

describe('a table', () => {
  it('has columns of one width, for editors that show Markdown as it is', () => {
    const table = {
      head: ['base', 'a node', 'images'],
      rows: [
        ['202607.20', '升级 to *', 'Ubuntu'],
        ['x', 'stays: at this patch', ''],
      ],
    };
    expect(toMarkdown({ paragraphs: [], table })).toBe(
      [
        '| base      | a node               | images |',
        '| --------- | -------------------- | --- |',
        '| 202607.20 | 升级 to \\*           | Ubuntu |',
        '| x         | stays: at this patch |  |',
      ].join('\n'),
    );
  });
});
