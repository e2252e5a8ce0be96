import { parseArgs } from 'node:util';
import { openAddress } from '../editor/open-address.ts';
import { serve } from './serve.ts';

/** Arguments that are wrong. The usage says how they are written. */
export class WrongArguments extends Error {}

interface Built {
  readonly folder: string;
  /** The path that it is served at. */
  readonly path?: string;
}

/** Runs a command that builds a folder, and serves it with `--serve` or `--port`. */
export async function buildAndServe(
  usage: string,
  build: (base: string | undefined) => Promise<Built>,
): Promise<void> {
  try {
    const { base, port, isServed, help } = readArguments(process.argv.slice(2), usage.includes('--base'));
    if (help) return console.log(usage);
    const { folder, path } = await build(base);
    if (!isServed) return;
    const { address, stop } = await serve(folder, { port, ...(path !== undefined && { path }) });
    console.log(`\n${address}\n\nCtrl+C ends it.`);
    openAddress(address);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  } catch (error) {
    const isUsage = error instanceof WrongArguments;
    const message = error instanceof Error ? error.message : String(error);
    console.error(isUsage ? `${message}\n\n${usage}` : `The folder was not built or served: ${message}`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function readArguments(args: string[], hasBase: boolean) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const { base, port, serve, help } = parsed(() =>
    parseArgs({ args, options: { base: text, port: text, serve: flag, help: flag } }),
  ).values;
  if (base !== undefined && !hasBase) throw new WrongArguments('Unknown option "--base".');
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
    throw new WrongArguments(`Invalid port "${port}".`);
  return { base, port: Number(port ?? 0), isServed: serve || port !== undefined, help };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new WrongArguments(error instanceof Error ? error.message : String(error));
  }
}
