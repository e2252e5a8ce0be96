import { parseArgs } from 'node:util';
import { openAddress } from '../editor/open-address.ts';
import { buildPlayground, playgroundFolder, sizes } from './build.ts';
import { serve } from './serve.ts';

const usage = `Usage: npm run playground -- [--serve] [--port PORT]

Builds the playground: one folder that any file server can serve, without a program of its own.

  --serve       serves it on the loopback interface and opens it
  --port PORT   the port to serve it on; a free one unless given
  --help        shows this

BROWSER=none opens no browser; the address is printed in any case.`;

interface Request {
  readonly serve: boolean;
  readonly port: number;
  readonly help: boolean;
}

function readRequest(args: string[]): Request {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ args, options: { serve: flag, help: flag, port: { type: 'string' } } });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`Invalid port "${values.port}".`);
  return { serve: values.serve || values.port !== undefined, port, help: values.help };
}

async function main(): Promise<void> {
  let request: Request;
  try {
    request = readRequest(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (request.help) return console.log(usage);
  const start = performance.now();
  await buildPlayground();
  for (const line of await sizes()) console.log(line);
  console.log(`Built ${playgroundFolder} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  if (!request.serve) return;
  const { address, stop } = await serve(playgroundFolder, { port: request.port });
  console.log(`\n${address}\n\nCtrl+C ends it.`);
  openAddress(address);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  console.error(
    `The playground could not be built or served: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
});
