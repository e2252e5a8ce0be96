import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { isProcessVisible } from './process-visible.ts';

/** How the server communicates with its client. */
export type Transport =
  | { readonly kind: 'stdio' | 'node-ipc' }
  | { readonly kind: 'socket'; readonly port: number }
  | { readonly kind: 'pipe'; readonly name: string };

const usage = `Usage: hotfix-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME

Language server for AKS node controller hotfix configs. An editor starts it.

  --stdio                  speak over standard input and output
  --node-ipc               speak over the channel to the Node process that started this one
  --socket=PORT            connect to a port of this machine
  --pipe=NAME              connect to a named pipe or a socket file
  --clientProcessId=ID     end when this process has ended
  --version                print the version
  --help                   print this text

To check files on the command line, run "hotfix-config check".
`;

/** Prints an error and exits with status 2 (wrong usage). */
export function refuse(error: string, hint: string): never {
  process.stderr.write(`error: ${error}\nhint: ${hint}\n`);
  process.exit(2);
}

const seeHelp = 'run "hotfix-language-server --help"';

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        stdio: { type: 'boolean' },
        'node-ipc': { type: 'boolean' },
        socket: { type: 'string' },
        pipe: { type: 'string' },
        clientProcessId: { type: 'string' },
        version: { type: 'boolean', short: 'V' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/(?<=')\. |\n/) : [];
    return refuse(sentence.charAt(0).toLowerCase() + sentence.slice(1).replaceAll("'", '"'), seeHelp);
  }
}

function transportIn(args: string[]): Transport {
  const { values, positionals } = parsed(args);
  const print = (text: string) => {
    process.stdout.write(text);
    process.exit(0);
  };
  if (values.help) print(usage);
  if (values.version) print(`${version}\n`);
  const [word] = positionals;
  if (word !== undefined)
    return refuse(
      `the language server takes no argument "${word}"`,
      'to check files on the command line, run "hotfix-config check"',
    );
  if (values.stdio) return { kind: 'stdio' };
  if (values['node-ipc'])
    return process.send
      ? { kind: 'node-ipc' }
      : refuse('--node-ipc needs a Node process that starts the server with a channel', 'use --stdio');
  if (values.socket !== undefined) return { kind: 'socket', port: portIn(values.socket) };
  if (values.pipe !== undefined && values.pipe !== '') return { kind: 'pipe', name: values.pipe };
  process.stderr.write(usage);
  process.exit(2);
}

function portIn(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  return refuse(`--socket needs a port from 1 to 65535, not "${text}"`, seeHelp);
}

/** The library reads this option itself, and would end the server if it does not see the client process. */
function withoutHiddenClient(args: readonly string[]): string[] {
  const { clientProcessId } = parsed([...args]).values;
  if (clientProcessId === undefined || isProcessVisible(Number(clientProcessId))) return [...args];
  const name = '--clientProcessId';
  return args.filter((arg, i) => arg !== name && args[i - 1] !== name && !arg.startsWith(`${name}=`));
}

/** Evaluated before other modules: the library reads the arguments when it is loaded. */
export const transport = transportIn(process.argv.slice(2));
process.argv = [...process.argv.slice(0, 2), ...withoutHiddenClient(process.argv.slice(2))];
