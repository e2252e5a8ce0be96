/** The parts of Markdown-it that are used here. */
interface Token {
  readonly type: string;
  readonly children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
}

/** Files that are part of the site as they are, with their name there. */
export const files: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE.txt',
  'schemas/check-output.schema.json': 'schemas/check-output.schema.json',
};

/** The site has the pages of the repository at their own places, but not its sources: links to those become text. */
export function linkToSite(markdown: MarkdownIt): void {
  markdown.core.ruler.push('link-to-site', ({ tokens }) => {
    for (const { children } of tokens) if (children) rewrite(children);
  });
}

function rewrite(tokens: Token[]): void {
  let isRemoved = false;
  for (const [i, token] of [...tokens.entries()].reverse()) {
    if (token.type === 'link_close') {
      const open = tokens.findLast((one, at) => at < i && one.type === 'link_open');
      isRemoved = open !== undefined && siteLink(open.attrGet('href') ?? '') === undefined;
      if (isRemoved) tokens.splice(i, 1);
    } else if (token.type === 'link_open') {
      const href = siteLink(token.attrGet('href') ?? '');
      if (href === undefined) tokens.splice(i, 1);
      else token.attrSet('href', href);
    }
  }
}

/** Undefined for a source file. */
function siteLink(href: string): string | undefined {
  if (/^(?:[a-z]+:|#)/.test(href)) return href;
  const [path = '', anchor = ''] = href.split(/(?=#)/);
  if (/\.md$/.test(path)) return path.replace(/README\.md$/, 'index.md') + anchor;
  const known = Object.keys(files).find((file) => path.replace(/^(?:\.\.?\/)*/, '') === file);
  return known === undefined ? undefined : path.replace(known, files[known] ?? known);
}
