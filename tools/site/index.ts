import { parseArgs } from 'node:util';
import { openAddress } from '../editor/open-address.ts';
import { serve } from '../playground/serve.ts';
import { buildSite, siteFolder } from './build.ts';

const usage = `Usage: npm run site -- [--base PATH] [--serve] [--port PORT]

Builds the site: documentation, search and playground in one folder that any file server can serve.

  --base PATH   the path that the site is published at, such as /hotfix-config/; / unless given
  --serve       serves it on the loopback interface, below that path, and opens it
  --port PORT   the port to serve it on; a free one unless given
  --help        shows this

BROWSER=none opens no browser; the address is printed in any case.`;

function readRequest(args: string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { base: text, serve: flag, port: text, help: flag } });
  const { base = '/', port = '0' } = values;
  if (!/^\/(?:[\w.-]+\/)*$/.test(base))
    throw new Error(`Invalid path "${base}": it begins and ends with a slash.`);
  if (!/^\d{1,5}$/.test(port)) throw new Error(`Invalid port "${port}".`);
  return { base, port: Number(port), serve: values.serve || values.port !== undefined, help: values.help };
}

async function main(): Promise<void> {
  let request: ReturnType<typeof readRequest>;
  try {
    request = readRequest(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (request.help) return console.log(usage);
  const { pages, links } = await buildSite(request.base);
  console.log(`Built ${siteFolder}: ${pages} pages, ${links} links, none of them dead.`);
  if (!request.serve) return;
  const { address, stop } = await serve(siteFolder, { port: request.port, path: request.base });
  console.log(`\n${address}\n\nCtrl+C ends it.`);
  openAddress(address);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  console.error(`The site was not built: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
