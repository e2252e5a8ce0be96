import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

export interface Checked {
  readonly pages: number;
  readonly links: number;
}

/** Throws if a link of the built site is dead, or if a page loads something from elsewhere. */
export async function checkSite(folder: string, base: string): Promise<Checked> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const pages = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith('.html')))
    pages.set(name, await readFile(join(folder, name), 'utf8'));
  const site: Site = { names: new Set(names), pages, base };
  const problems: string[] = [];
  let links = 0;
  for (const [page, html] of pages)
    for (const reference of referencesIn(html)) {
      links += 1;
      const problem = problemOf(page, reference, site);
      if (problem) problems.push(`${page}: ${reference.to}: ${problem}`);
    }
  for (const name of names.filter((one) => one.endsWith('.css')))
    if (/(?:url\(|@import)\s*["']?(?:https?:)?\/\//.test(await readFile(join(folder, name), 'utf8')))
      problems.push(`${name}: loads from elsewhere`);
  if (problems.length > 0) throw new Error(`${problems.length} dead links:\n${problems.join('\n')}`);
  return { pages: pages.size, links };
}

interface Site {
  readonly names: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, string>;
  readonly base: string;
}

interface Reference {
  readonly tag: string;
  readonly to: string;
}

function referencesIn(html: string): Reference[] {
  const found = html.matchAll(/<([a-z]+)\s(?:[^<>]*\s)?(?:href|src)="([^"]*)"/g);
  return Array.from(found, ([, tag = '', to = '']) => ({ tag, to: to.replaceAll('&amp;', '&') }));
}

function problemOf(page: string, { tag, to }: Reference, { names, pages, base }: Site): string | undefined {
  if (/^(?:https?:|mailto:)/.test(to)) return tag === 'a' ? undefined : 'is loaded from elsewhere';
  if (to.startsWith('data:') || to === '') return undefined;
  const [path = '', anchor = ''] = decodeURIComponent(to).split('#');
  if (path.startsWith('/') && !path.startsWith(base)) return `is outside of ${base}`;
  const full = path.startsWith('/')
    ? path.slice(base.length)
    : path === ''
      ? page
      : posix.join(posix.dirname(page), path);
  const target = posix.normalize(full === '' || full.endsWith('/') ? `${full}index.html` : full);
  if (!names.has(target)) return 'does not exist';
  if (anchor === '' || !pages.has(target)) return undefined;
  return pages.get(target)?.includes(`id="${anchor}"`) ? undefined : 'has no such section';
}
