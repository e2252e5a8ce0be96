import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marked } from 'marked';
import type { Browser } from 'playwright-core';
import { root } from '../../tools/editor/editions.ts';
import { hotfixConfig } from '../support/cli.ts';

const embedded = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';

/** The comment on a pull request: what `diff` prints for a change, drawn as GitHub does. */
export async function takeComment(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 860, height: 400 }, deviceScaleFactor: 1 });
  const table = await commentOn({
    [embedded]: [
      '{ "hotfixes": { "202607.20": "202607.20.3", "202608.06": "202608.06.2" } }',
      '{ "hotfixes": { "202607.20": "202607.20.2", "202608.14": "202608.14.2" } }',
    ],
    'pinned/legacy-hotfix.json': ['{ "scripts_version": "202608.06.2" }', undefined],
  });
  await page.setContent(
    `<style>${style}</style><main>${asOnGitHub(marked.parse(table, { async: false }))}</main>`,
  );
  await page.locator('main').screenshot({ path: path.join(root, 'assets/screenshots/comment.png') });
  await page.close();
}

type Sides = readonly [before: string, after: string | undefined];

/** The Markdown for configs before and after a change. */
async function commentOn(configs: Readonly<Record<string, Sides>>): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'comment-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
      cwd: folder,
    });
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  try {
    git('init', '-q');
    for (const [name, [before]] of Object.entries(configs)) write(name, before);
    git('add', '.');
    git('commit', '-qm', 'before');
    for (const [name, [, after]] of Object.entries(configs)) {
      if (after === undefined) rmSync(path.join(folder, name));
      else write(name, after);
    }
    const { out } = await hotfixConfig(['diff', 'HEAD', '--format=markdown'], { cwd: folder });
    return out;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An alert is an extension of GitHub. */
function asOnGitHub(html: string): string {
  return html.replace(/<blockquote>\s*<p>\[!CAUTION\]\s*/, '<blockquote><p><strong>Caution</strong></p><p>');
}

const style = `
  main { font: 14px/1.5 system-ui, sans-serif; color: #1f2328; padding: 16px; }
  blockquote { margin: 0 0 16px; padding: 8px 16px; border-left: 4px solid #d1242f; }
  blockquote p { margin: 0; }
  blockquote strong { color: #d1242f; }
  h3 { font-size: 18px; margin: 16px 0 8px; }
  h4 { font-size: 14px; margin: 16px 0 8px; }
  table { border-collapse: collapse; margin-bottom: 16px; }
  th, td { border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left; }
  code { font: 12px monospace; background: #818b981f; padding: 2px 6px; border-radius: 6px; }
`;
