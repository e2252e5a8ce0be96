import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parts of Markdown-it that are used here. */
interface Token {
  readonly type: string;
  readonly children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
interface State {
  readonly tokens: Token[];
  /** The file of the page. */
  readonly env: { readonly path?: string; readonly realPath?: string };
}
interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
}

/** Files that are part of the site as they are, with their name there. */
export const files: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE.txt',
  'schemas/check-output.schema.json': 'schemas/check-output.schema.json',
};

/**
 * The site has the pages of the repository at their own places, but not its sources: links to those become text. Pictures
 * get their size, so that nothing moves when they arrive.
 */
export function forSite(markdown: MarkdownIt): void {
  markdown.core.ruler.push('for-site', ({ tokens, env }) => {
    const folder = dirname(env.realPath ?? env.path ?? '');
    for (const { children } of tokens) {
      if (!children) continue;
      rewrite(children);
      for (const image of children) if (image.type === 'image') setSize(image, folder);
    }
  });
}

function setSize(image: Token, folder: string): void {
  const source = image.attrGet('src') ?? '';
  if (!source.endsWith('.png') || source.includes(':')) return;
  const png = readFileSync(join(folder, source));
  image.attrSet('width', String(png.readUInt32BE(16)));
  image.attrSet('height', String(png.readUInt32BE(20)));
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
