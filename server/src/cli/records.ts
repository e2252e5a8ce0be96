import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BakedVersion, decodeUtf8, quote } from '../model/index.ts';
import { agentBakerRecords } from '../service/catalogue/agentbaker-records.ts';
import { discover, discoverAtRevision, readRecord, revisionIn } from '../service/catalogue/discovery.ts';
import type { Host } from '../service/host.ts';
import { type LineColumn, LineIndex } from '../service/line-index.ts';
import type { FoundProject } from '../service/settings/project-lookup.ts';
import { bytesOf } from './content.ts';
import { isWrittenAsPath } from './files.ts';
import { gitRecords } from './git-records.ts';
import { repositoryAbove } from './repositories.ts';
import { CannotWork, type Terminal, WrongUsage, warn } from './terminal.ts';

/** The baked versions of `--baked-from`, of project files and of the folders above a config. Each is read once. */
export class Records {
  private readonly recorded = new Map<string, Promise<readonly BakedVersion[]>>();
  private readonly recordedAbove = new Map<string, Promise<readonly BakedVersion[]>>();
  private lazyListed: Promise<readonly BakedVersion[]> | undefined;

  constructor(
    private readonly host: Host,
    private readonly terminal: Terminal,
    private readonly bakedFrom: readonly string[],
  ) {}

  /** The baked versions in the files of `--baked-from`. */
  get listed(): Promise<readonly BakedVersion[]> {
    this.lazyListed ??= Promise.all(this.bakedFrom.map((file) => this.record(file))).then((all) =>
      all.flat(),
    );
    return this.lazyListed;
  }

  private async record(file: string): Promise<readonly BakedVersion[]> {
    const inGit = isWrittenAsPath(file) ? undefined : revisionIn(file);
    if (inGit && repositoryAbove(this.terminal.cwd) !== undefined) return this.recordInGit(file, inGit);
    const text = decodeUtf8(await bytesOf(file, this.terminal));
    const { baked, problem } = await readRecord(pathToFileURL(file).toString(), text);
    if (problem) throw new WrongUsage(atPosition(file, problem, problem.message));
    return baked;
  }

  private async recordInGit(
    file: string,
    inGit: NonNullable<ReturnType<typeof revisionIn>>,
  ): Promise<readonly BakedVersion[]> {
    const { baked, problem, position } = await discoverAtRevision(
      gitRecords,
      uriOf(this.terminal.cwd),
      inGit,
    );
    if (problem !== undefined && position) throw new WrongUsage(atPosition(file, position, problem));
    if (problem !== undefined)
      throw new CannotWork(
        `cannot read --baked-from ${quote(file)}: ${problem}`,
        `write "./${file}" for a file`,
      );
    return baked;
  }

  /** The records of the project file, otherwise those in AgentBaker's layout in the nearest folder above. */
  nearestTo(folder: string, project: FoundProject | undefined): Promise<readonly BakedVersion[]> {
    const paths = project?.settings.bakedVersionsFrom;
    return project && paths ? this.discovered(project.folder, paths, project) : this.nearest(folder);
  }

  private nearest(folder: string): Promise<readonly BakedVersion[]> {
    const known = this.recordedAbove.get(folder) ?? this.searchUpwards(folder);
    this.recordedAbove.set(folder, known);
    return known;
  }

  private async searchUpwards(folder: string): Promise<readonly BakedVersion[]> {
    const found = await this.discovered(uriOf(folder), agentBakerRecords);
    const isLast = dirname(folder) === folder || (await this.host.isRepository?.(uriOf(folder)));
    return found.length > 0 || isLast ? found : this.nearest(dirname(folder));
  }

  private discovered(
    root: string,
    paths: readonly string[],
    project?: FoundProject,
  ): Promise<readonly BakedVersion[]> {
    const key = JSON.stringify([root, paths]);
    const found = this.recorded.get(key) ?? this.discover(root, paths, project);
    this.recorded.set(key, found);
    return found;
  }

  /** Warns about a missing record: without it there are fewer findings. */
  private async discover(
    root: string,
    paths: readonly string[],
    project: FoundProject | undefined,
  ): Promise<readonly BakedVersion[]> {
    const { baked, problems } = await discover(this.host, root, paths, gitRecords);
    if (problems.length === 0) return baked;
    if (!project) {
      for (const { message } of problems) warn(this.terminal, `${fileURLToPath(root)}: ${message}`);
      return baked;
    }
    const { recordProblemsIn } = await import('../service/settings/project.ts');
    const lines = new LineIndex(project.text);
    for (const { start, message } of recordProblemsIn(project.text, problems))
      warn(this.terminal, atPosition(fileURLToPath(project.uri), lines.position(start), message));
    return baked;
  }
}

/** A message about a position in a file. */
export function atPosition(path: string, { line, column }: LineColumn, message: string): string {
  return `${path}:${line}:${column}: ${message}`;
}

export function uriOf(folder: string): string {
  return pathToFileURL(folder).toString().replace(/\/$/, '');
}
