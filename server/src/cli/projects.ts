import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BakedVersion, Catalogue, decodeUtf8, isVersion, quote, type Version } from '../model/index.ts';
import { levels, rules } from '../rules/index.ts';
import { discover, fromSetting, readRecord } from '../service/discovery.ts';
import type { CheckOptions, Levels } from '../service/finding.ts';
import type { Host } from '../service/host.ts';
import type { Globs } from '../service/names.ts';
import { type FoundProject, ProjectLookup } from '../service/project-lookup.ts';
import { agentBakerRecords } from '../service/settings.ts';
import { readBytes } from './files.ts';
import { type Terminal, WrongUsage } from './terminal.ts';

/** What the flags say about the rules and the catalogue. */
export interface ProjectFlags {
  readonly rule: readonly string[];
  readonly baked: readonly string[];
  readonly bakedFrom: readonly string[];
  readonly today: string | undefined;
}

/** The settings that hold for each file: project files, and the flags that win over them. */
export class Projects {
  private readonly lookup: ProjectLookup;
  private readonly recorded = new Map<string, Promise<readonly BakedVersion[]>>();

  constructor(
    private readonly host: Host,
    private readonly terminal: Terminal,
  ) {
    this.lookup = new ProjectLookup(host);
  }

  async globsFor(path: string): Promise<readonly Globs[]> {
    const project = await this.projectOf(path);
    const patterns = project?.settings.files;
    return project && patterns
      ? [{ folder: decodeURIComponent(new URL(project.folder).pathname), patterns }]
      : [];
  }

  /** A broken project file is wrong usage: half of it would be a configuration that nobody wrote. */
  async optionsFor(path: string, flags: ProjectFlags): Promise<CheckOptions> {
    const project = await this.projectOf(path);
    return {
      levels: { ...project?.settings.rules, ...levelsFrom(flags.rule) },
      catalogue: await this.catalogueFor(path, flags, project),
      today: flags.today ?? this.terminal.today,
      supportWindowMonths: project?.settings.supportWindowMonths,
    };
  }

  /** The baked versions to judge by: those of `--baked-from`, without it all that are on record. */
  async knownFor(path: string, flags: ProjectFlags): Promise<readonly Version[]> {
    const files = await Promise.all(flags.bakedFrom.map((file) => this.record(file)));
    const catalogue =
      files.length > 0
        ? new Catalogue(files.flat())
        : await this.catalogueFor(path, flags, await this.projectOf(path));
    return catalogue.all.map(({ version }) => version);
  }

  private async projectOf(path: string): Promise<FoundProject | undefined> {
    const folder = pathToFileURL(dirname(resolve(this.terminal.cwd, path)))
      .toString()
      .replace(/\/$/, '');
    const project = await this.lookup.above(folder);
    const [problem] = project?.problems ?? [];
    if (!project || !problem) return project;
    const line = project.text.slice(0, problem.start).split('\n').length;
    throw new WrongUsage(`${fileURLToPath(project.uri)}:${line}: ${problem.message}`);
  }

  private async catalogueFor(
    path: string,
    flags: ProjectFlags,
    project: FoundProject | undefined,
  ): Promise<Catalogue> {
    const written = [
      ...(project?.settings.bakedVersions ?? []).flatMap((baked) => fromSetting(baked, [])),
      ...flags.baked.filter(isVersion).flatMap((baked) => fromSetting(baked, [])),
    ];
    const files = await Promise.all(flags.bakedFrom.map((file) => this.record(file)));
    return new Catalogue([...written, ...files.flat(), ...(await this.recordedFor(path, project))]);
  }

  private async record(file: string): Promise<readonly BakedVersion[]> {
    const text = decodeUtf8(await readBytes(file, this.terminal));
    const { baked, problems } = readRecord(pathToFileURL(file).toString(), file, text);
    const [problem] = problems;
    if (problem) throw new WrongUsage(problem);
    return baked;
  }

  /** What the project file says, or AgentBaker's layout in the nearest folder above that has it. */
  private async recordedFor(
    path: string,
    project: FoundProject | undefined,
  ): Promise<readonly BakedVersion[]> {
    const paths = project?.settings.bakedVersionsFrom;
    if (project && paths) return this.discovered(project.folder, paths);
    let folder = dirname(resolve(this.terminal.cwd, path));
    for (;;) {
      const found = await this.discovered(
        pathToFileURL(folder).toString().replace(/\/$/, ''),
        agentBakerRecords,
      );
      if (found.length > 0 || dirname(folder) === folder) return found;
      folder = dirname(folder);
    }
  }

  private discovered(root: string, paths: readonly string[]): Promise<readonly BakedVersion[]> {
    const key = JSON.stringify([root, paths]);
    const found = this.recorded.get(key) ?? discover(this.host, root, paths).then(({ baked }) => baked);
    this.recorded.set(key, found);
    return found;
  }
}

function levelsFrom(flags: readonly string[]): Levels {
  return Object.fromEntries(
    flags.map((flag) => {
      const [id = '', level = ''] = flag.split('=');
      if (!rules.some((rule) => rule.id === id))
        throw new WrongUsage(`there is no rule ${quote(id)}; "hotfix-config rules" lists them.`);
      const known = [...levels, 'off' as const].find((candidate) => candidate === level);
      if (!known)
        throw new WrongUsage(
          `${quote(flag)} names no level; write ${id}=LEVEL, one of off, ${levels.toReversed().join(', ')}.`,
        );
      return [id, known];
    }),
  );
}
