import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content } from '../../playground/src/content.ts';
import { root } from '../build/bundle.ts';
import type { Place } from './content.ts';
import { escapeHtml, inline } from './html.ts';

/** The page with everything that does not depend on the user, so that nothing moves when the scripts run. */
export async function pageFrom(
  { examples, record }: Content,
  { links }: Place,
  scripts: readonly string[],
): Promise<string> {
  const template = await read('playground/index.html');
  const { version }: { version: string } = JSON.parse(await read('package.json'));
  const parts: Readonly<Record<string, string>> = {
    preload: scripts.map((name) => `<link rel="modulepreload" href="${name}">`).join('\n    '),
    version: escapeHtml(version),
    file: 'aks-node-controller-hotfix.json',
    config: escapeHtml(examples[0]?.text ?? ''),
    record: escapeHtml(`${record.text}.`),
    links: links.map(([text, to]) => `<a href="${to}">${escapeHtml(text)}</a>`).join(' '),
    install: installation(await read('README.md')),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`playground/index.html has an unknown part "${name}".`);
    return part;
  });
}

/** The section of README that says how to install the extension. */
function installation(readme: string): string {
  const section = /^## Install\n(.*?)^## /ms.exec(readme)?.[1];
  if (section === undefined) throw new Error('README.md has no section "Install".');
  return section
    .trim()
    .split(/\n\n/)
    .map((block) => {
      const code = /^```\w+\n(.*)\n```$/s.exec(block)?.[1];
      return code === undefined ? `      <p>${inline(block)}</p>` : `      <pre>${escapeHtml(code)}</pre>`;
    })
    .join('\n');
}

function read(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}
