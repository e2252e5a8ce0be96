import { closeSync, constants, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { nearest } from '../rules/nearest-rule.ts';
import type { Level } from '../rules/rule.ts';
import type { FileReport } from '../service/findings/json-findings.ts';
import { cannot, isLink } from './files.ts';
import { type Format, formats } from './formats.ts';
import type { Unread } from './listing.ts';
import { paintsFor } from './paints.ts';
import type { Reporter } from './report/report.ts';
import { withoutCommands } from './report/runner-commands.ts';
import { nameFromRoot } from './repositories.ts';
import { type Terminal, WrongUsage } from './terminal.ts';
import { didYouMean } from './usage.ts';

export interface OutputFlags {
  /** Of standard output. */
  readonly format: Format;
  /** `FORMAT=FILE`, in addition to standard output. */
  readonly output: readonly string[];
  readonly failOn: Level;
}

interface Output {
  readonly reporter: Reporter;
  readonly write: (text: string) => void;
  readonly close: () => void;
}

/** Writes the findings to standard output and to files, each in its own format. */
export class Outputs {
  private constructor(
    private readonly all: readonly [Output, ...Output[]],
    private readonly cwd: string,
  ) {}

  /** `checked` are the files that an output must not overwrite. */
  static async open(flags: OutputFlags, checked: readonly string[], terminal: Terminal): Promise<Outputs> {
    const files = filesOf(flags.output, checked, terminal);
    const reporter = await reporterFor(flags.format, flags, terminal);
    const write = reporter.writesCommands ? terminal.asIs : terminal.out;
    const others: Output[] = [];
    for (const { format, file } of files)
      others.push(
        fileOutput(await reporterFor(format, flags, { ...terminal, color: 'never' }), file, terminal),
      );
    return new Outputs([{ reporter, write, close: () => {} }, ...others], terminal.cwd);
  }

  start(): void {
    for (const { reporter, write } of this.all) write(reporter.start);
  }

  /** `beforePrint` is called before something is printed on standard output. */
  file(report: FileReport, beforePrint: () => void): void {
    for (const output of this.all) {
      const printed = output.reporter.file({ ...report, file: this.nameOf(report.file, output) });
      for (const piece of typeof printed === 'string' ? [printed] : printed) {
        if (piece === '') continue;
        if (output === this.all[0]) beforePrint();
        output.write(piece);
      }
    }
  }

  leaveOut({ path, problem }: Unread): void {
    for (const output of this.all)
      output.write(output.reporter.leaveOut(this.nameOf(path, output), problem.inOneLine));
  }

  end(): void {
    for (const { reporter, write, close } of this.all) {
      write(reporter.end());
      close();
    }
  }

  /** The name of a file on standard output, or in another output. */
  nameOf(file: string, { reporter }: Pick<Output, 'reporter'> = this.all[0]): string {
    return reporter.namesFromRoot ? nameFromRoot(file, this.cwd) : file;
  }
}

function filesOf(
  written: readonly string[],
  checked: readonly string[],
  { cwd }: Terminal,
): { format: Format; file: string }[] {
  const taken = new Set(checked.map((path) => resolve(cwd, path)));
  return written.map((text) => {
    const [name = '', ...rest] = text.split('=');
    const file = rest.join('=');
    const format = formats.find((known) => known === name);
    if (format === undefined || file === '') {
      const meant = file === '' ? undefined : nearest(name, formats);
      throw new WrongUsage(
        `invalid --output ${quote(text)}`,
        meant === undefined
          ? `write FORMAT=FILE; formats are ${formats.join(', ')}`
          : didYouMean(`${meant}=${file}`),
      );
    }
    if (file === '-')
      throw new WrongUsage(
        `--output ${quote(text)} is not a file`,
        `use --format ${format} for standard output, or write "./-"`,
      );
    const path = resolve(cwd, file);
    if (isLink(path))
      throw new WrongUsage(`--output ${quote(file)} is a symbolic link`, 'name the file itself');
    if (taken.has(path))
      throw new WrongUsage(
        `--output ${quote(file)} is a file to check, or another output`,
        'name another file',
      );
    taken.add(path);
    return { format, file };
  });
}

function fileOutput(reporter: Reporter, file: string, { cwd }: Terminal): Output {
  const path = resolve(cwd, file);
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      throw cannot(`write ${quote(file)}`, thrown);
    }
  };
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);
  const descriptor = attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, flags, 0o666);
  });
  const escaped = reporter.writesCommands ? (text: string) => text : withoutCommands;
  return {
    reporter,
    write(text) {
      const bytes = Buffer.from(escaped(text));
      for (let at = 0; at < bytes.length; ) at += attempt(() => writeSync(descriptor, bytes, at));
    },
    close: () => closeSync(descriptor),
  };
}

/** Loads only the requested reporters. */
async function reporterFor(
  format: Format,
  { failOn }: Pick<OutputFlags, 'failOn'>,
  terminal: Terminal,
): Promise<Reporter> {
  switch (format) {
    case 'concise':
      return (await import('./report/concise.ts')).conciseReporter();
    case 'azure':
      return (await import('./report/azure.ts')).azureReporter();
    case 'gitlab':
      return (await import('./report/gitlab.ts')).gitlabReporter();
    case 'rdjson':
      return (await import('./report/rdjson.ts')).rdjsonReporter();
    case 'json':
      return (await import('./report/json.ts')).jsonReporter();
    case 'github':
      return (await import('./report/github.ts')).githubReporter();
    case 'sarif':
      return (await import('./report/sarif.ts')).sarifReporter();
    case 'junit':
      return (await import('./report/junit.ts')).junitReporter(failOn);
    case 'markdown':
      return (await import('./report/markdown.ts')).markdownReporter();
    case 'text': {
      const { textReporter } = await import('./report/text.ts');
      return textReporter(paintsFor(terminal));
    }
  }
}
