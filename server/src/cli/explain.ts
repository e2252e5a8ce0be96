import {
  Analysis,
  binaryVerdict,
  type Config,
  decodeUtf8,
  explainReason,
  quote,
  scriptsVerdict,
  type Verdict,
} from '../model/index.ts';
import { whyUnreadable } from '../service/unreadable.ts';
import type { Terminal } from './terminal.ts';

interface Explanation {
  readonly file: string;
  readonly readable: boolean;
  readonly error: string | null;
  readonly config: {
    version: string;
    scripts_version: string;
    hotfixes: Record<string, string> | null;
  } | null;
  readonly verdicts: readonly { baked: string; binary: Answer; scripts: Answer }[];
}

interface Answer {
  readonly resolved: string;
  readonly upgrade: boolean;
  readonly reason: string;
}

export async function explain(
  files: readonly string[],
  { baked, format }: { baked: readonly string[]; format: 'text' | 'json' },
  terminal: Terminal,
): Promise<void> {
  const explanations: Explanation[] = [];
  for (const file of files) explanations.push(explainFile(file, await terminal.read(file), baked));
  terminal.out(
    format === 'json' ? `${JSON.stringify(explanations, null, 2)}\n` : explanations.map(print).join('\n'),
  );
}

function explainFile(file: string, bytes: Uint8Array, baked: readonly string[]): Explanation {
  const analysis = new Analysis(decodeUtf8(bytes));
  const { config } = analysis;
  return {
    file,
    readable: config !== null,
    error: config ? null : whyUnreadable(analysis),
    config: config && printable(config),
    verdicts: baked.map((version) => ({
      baked: version,
      binary: answer(binaryVerdict(config, version)),
      scripts: answer(scriptsVerdict(config, version)),
    })),
  };
}

function answer({ resolved, upgrade, reason }: Verdict): Answer {
  return { resolved, upgrade, reason: explainReason(reason) };
}

function printable({ version, scriptsVersion, hotfixes }: Config): NonNullable<Explanation['config']> {
  return { version, scripts_version: scriptsVersion, hotfixes: hotfixes && Object.fromEntries(hotfixes) };
}

function print({ file, error, verdicts }: Explanation): string {
  const head = error === null ? `${file}: nodes can read it` : `${file}:${error}`;
  const rows = verdicts.flatMap(({ baked, binary, scripts }) => [
    `  ${quote(baked)}`,
    `    binary:  ${sentence(binary)}`,
    `    scripts: ${sentence(scripts)}`,
  ]);
  return [head, ...rows, ''].join('\n');
}

function sentence({ upgrade, resolved, reason }: Answer): string {
  return upgrade ? `upgrades to ${quote(resolved)}: ${reason}` : `stays: ${reason}`;
}
