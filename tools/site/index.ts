import { buildAndServe, WrongArguments } from '../playground/serving.ts';
import { buildSite, siteFolder } from './build.ts';

const usage = `Usage: npm run site -- [--base PATH] [--serve] [--port PORT]

Builds the site: documentation, search and playground in one folder that any file server can serve.

  --base PATH   the path that the site is published at, such as /hotfix-config/; / unless given
  --serve       serves it on the loopback interface, below that path, and opens it
  --port PORT   the port to serve it on; a free one unless given
  --help        shows this

BROWSER=none opens no browser; the address is printed in any case.`;

void buildAndServe(usage, async (base = '/') => {
  if (!/^\/(?:[\w.-]+\/)*$/.test(base))
    throw new WrongArguments(`Invalid path "${base}": it begins and ends with a slash.`);
  const { pages, links } = await buildSite(base);
  console.log(`Built ${siteFolder}: ${pages} pages, ${links} links, none of them dead.`);
  return { folder: siteFolder, path: base };
});
