import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { forSite } from '../links.ts';

const base = process.env['SITE_BASE'] ?? '/';

/** The generator has one script in each page itself, for dark and light. */
const policy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

const rulePages = readdirSync(new URL('../../../docs/rules', import.meta.url))
  .filter((name) => name !== 'README.md')
  .map((name) => name.replace('.md', ''))
  .sort();

const to = (text: string, link: string) => ({ text, link });
const guide = [
  to('Overview', '/'),
  to('In a pipeline', '/docs/pipelines'),
  to('Other editors', '/docs/editors'),
  to('Agents', '/docs/agents'),
  to('What nodes of real images do', '/docs/fleet'),
  to('API', '/docs/api'),
  to('Examples', '/examples/'),
];
const project = [
  to('Changelog', '/CHANGELOG'),
  to('Architecture', '/ARCHITECTURE'),
  to('Contributing', '/CONTRIBUTING'),
  to('Support', '/SUPPORT'),
  to('Code of conduct', '/CODE_OF_CONDUCT'),
  to('Security', '/SECURITY'),
];

/** The pages are the Markdown files of the repository, where they are. */
export default defineConfig({
  title: 'Hotfix Config',
  description: 'Checks AKS node controller hotfix configs as a node reads them.',
  srcDir: '../..',
  srcExclude: [
    '{action,bench,client,coverage-view,dist,playground,schemas,test,test-results,tools}/**',
    '{.vscode-test,.tsbuild,.github,.windows-test}/**',
    'server/**',
  ],
  rewrites: {
    'README.md': 'index.md',
    'docs/rules/README.md': 'docs/rules/index.md',
    'examples/README.md': 'examples/index.md',
  },
  outDir: '../../dist/site',
  cacheDir: 'node_modules/.cache',
  base,
  lastUpdated: false,
  head: [
    ['meta', { 'http-equiv': 'Content-Security-Policy', content: policy }],
    ['meta', { name: 'referrer', content: 'no-referrer' }],
    ['link', { rel: 'icon', href: `${base}playground/icon.svg` }],
  ],
  markdown: {
    config: forSite,
    // Readable on gray.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vite: {
    plugins: [
      {
        // The pages are outside of the folder that has the packages.
        name: 'vue-from-here',
        enforce: 'pre',
        resolveId(source, _, { ssr }) {
          if (source !== 'vue' && source !== 'vue/server-renderer') return null;
          return ssr
            ? { id: source, external: true }
            : this.resolve(source, fileURLToPath(import.meta.url), { skipSelf: true });
        },
      },
    ],
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      to('Guide', '/'),
      to('Rules', '/docs/rules/'),
      { text: 'Playground', link: '/playground/index.html', target: '_self' },
    ],
    sidebar: [
      { text: 'Guide', items: guide },
      {
        text: 'Rules',
        collapsed: true,
        items: [to('All rules', '/docs/rules/'), ...rulePages.map((id) => to(id, `/docs/rules/${id}`))],
      },
      { text: 'Project', collapsed: true, items: project },
    ],
  },
});
