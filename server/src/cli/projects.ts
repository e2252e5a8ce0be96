import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Catalogue, type FleetRecord, isVersion, publishedBy, quote, type Version } from '../model/index.ts';
import { projectFileName } from '../names.ts';
import { levels } from '../rules/index.ts';
import { fromSetting } from '../service/catalogue/discovery.ts';
import type { AcceptedLoss, CheckOptions, Levels } from '../service/findings/finding.ts';
import type { Host } from '../service/host.ts';
import { type LineColumn, LineIndex } from '../service/line-index.ts';
import { messageOf } from '../service/message-of.ts';
import { unusedLosses } from '../service/settings/accepted-losses.ts';
import { Globs, globProblem, isIgnoredPath } from '../service/settings/names.ts';
import { type FoundProject, ProjectLookup } from '../service/settings/project-lookup.ts';
import { pathOf } from '../service/uri.ts';
import { refuseTooLarge } from './content.ts';
import { refuseUnreadable } from './files.ts';
import { gitRecords } from './git-records.ts';
import { Kept } from './kept.ts';
import { atPosition, Records, uriOf } from './records.ts';
import { repositoryAbove } from './repositories.ts';
import { ruleNamed } from './rules.ts';
import { BrokenProject, CannotWork, type Terminal, WrongUsage, warn } from './terminal.ts';

/** The flags about rules and baked versions. */
export interface ProjectFlags {
  readonly rule: readonly string[];
  readonly baked: readonly string[];
  readonly bakedFrom: readonly string[];
  readonly today: string | undefined;
  /** Globs, relative to the working directory. */
  readonly exclude?: readonly string[];
}

/** The bases whose losses the settings of a project accept. */
export type AcceptedBases = ReadonlyMap<readonly AcceptedLoss[], ReadonlySet<string>>;

/** The settings of each file: flags first, then project files. */
export class Projects {
  private readonly host: Host;
  private readonly lookup: ProjectLookup;
  private readonly published = new Map<string, Promise<readonly Version[]>>();
  /** By folder as written: all configs in a folder have the same settings. */
  private readonly options = new Map<string, Promise<CheckOptions>>();
  /** The broken project files that were found, by path. */
  readonly broken = new Map<string, BrokenProject>();
  private readonly withLosses = new Set<FoundProject>();
  private readonly excluded: readonly Globs[];
  private readonly records: Records;
  private lazyBaked: readonly Version[] | undefined;
  /** Most folders have the same, and rules derive much from each. */
  private readonly catalogues = new Kept<Catalogue>();

  constructor(
    private readonly outside: Host,
    private readonly terminal: Terminal,
    private readonly flags: ProjectFlags,
  ) {
    const searched = outside.remembering?.() ?? outside;
    this.host = {
      readFile: async (uri, within, most) => {
        const path = fileOf(uri);
        // Most folders do not have the file, and this check is faster than reading.
        if (!existsSync(path)) return undefined;
        refuseTooLarge(statSync(path).size, quote(path), most);
        const content = await outside.readFile(uri, within, most);
        // Do not read it another way: that would follow links out of the folder.
        if (content === undefined) refuseUnreadable(path);
        return content;
      },
      // Most folders have no release notes, and the search loads more code.
      findFiles: async (folder, glob, within) =>
        existsSync(fileOf(folder)) ? searched.findFiles(folder, glob, within) : [],
      ...(outside.isRepository && { isRepository: askedOnce(outside.isRepository) }),
      ...(outside.foreignOwner && { foreignOwner: askedOnce(outside.foreignOwner) }),
      onForeign: (uri) => {
        const path = fileOf(uri);
        warn(terminal, `${quote(path)} is ignored: it belongs to another user`, 'copy the file to use it');
      },
    };
    this.lookup = new ProjectLookup(this.host);
    this.records = new Records(this.host, terminal, flags.bakedFrom);
    this.excluded = excludedBy(flags.exclude ?? [], terminal);
  }

  /** Whether the project or a flag says that a file is not a config. */
  async isIgnored(path: string): Promise<boolean> {
    return isIgnoredPath(pathOf(pathToFileURL(path).href), await this.globsFor(path));
  }

  /** Whether the user left a file out of this run, so that it does not count as missing either. */
  isExcluded(path: string): boolean {
    return isIgnoredPath(pathOf(pathToFileURL(path).href), this.excluded);
  }

  /** The content of a file below a folder; undefined if it does not exist, or is linked to another folder. */
  async contentBelow(folder: string, name: string, most?: number): Promise<Uint8Array | undefined> {
    const root = uriOf(folder);
    const content = await this.host.readFile(`${root}/${name}`, root, most);
    return content === 'outside' ? undefined : content;
  }

  /** Rejects with `BrokenProject` if the project file of a config is broken. */
  async requireValid(path: string): Promise<void> {
    await this.projectOf(dirname(resolve(this.terminal.cwd, path)));
  }

  /** With a broken project file, only the built-in names count. */
  async globsFor(path: string): Promise<readonly Globs[]> {
    const project = await this.projectOf(dirname(path)).catch((thrown: unknown) => {
      if (thrown instanceof BrokenProject) return undefined;
      throw thrown;
    });
    const { files = [], ignore = [] } = project?.settings ?? {};
    if (!project || files.length + ignore.length === 0) return this.excluded;
    return [...this.excluded, new Globs(pathOf(project.folder), files, ignore)];
  }

  /** Rejects with `BrokenProject` if the project file is broken. */
  optionsFor(path: string): Promise<CheckOptions> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const known = this.options.get(folder) ?? this.optionsIn(dirname(resolve(this.terminal.cwd, path)));
    this.options.set(folder, known);
    return known;
  }

  /** The accepted losses of the project files that accept nothing. */
  unusedLosses(lost: AcceptedBases): { file: string; position: LineColumn; why: string }[] {
    return [...this.withLosses].flatMap(({ uri, text, settings: { acceptedLosses = [] } }) => {
      const lines = new LineIndex(text);
      const unused = unusedLosses({ text, acceptedLosses }, lost.get(acceptedLosses) ?? new Set());
      return unused.map(({ start, why }) => ({
        file: fileURLToPath(uri),
        position: lines.position(start),
        why,
      }));
    });
  }

  /** The baked versions to answer for: those of `--baked-from`, otherwise all known ones. */
  async knownFor(path: string): Promise<readonly Version[]> {
    const catalogue =
      this.flags.bakedFrom.length > 0
        ? new Catalogue(await this.records.listed)
        : await this.catalogueOf(path);
    return catalogue.all.map(({ version }) => version);
  }

  /** All known baked versions, for `explain`, which accepts any text as a baked version. */
  async catalogueOf(path: string): Promise<Catalogue> {
    const folder = dirname(resolve(this.terminal.cwd, path));
    return this.catalogueFor(folder, await this.projectOf(folder), this.flags.baked.filter(isVersion));
  }

  /** The valid versions of `--baked`. Only `explain` accepts other texts. */
  private get baked(): readonly Version[] {
    if (this.lazyBaked) return this.lazyBaked;
    this.lazyBaked = this.flags.baked.filter(isVersion);
    for (const wrong of this.flags.baked.filter((baked) => !isVersion(baked))) {
      warn(
        this.terminal,
        `--baked ${quote(wrong)} is ignored: not a version such as "202604.01.0"`,
        'only "hotfix-config explain" accepts any text',
      );
    }
    return this.lazyBaked;
  }

  private async optionsIn(folder: string): Promise<CheckOptions> {
    const { rule, today } = this.flags;
    const levels = levelsFrom(rule);
    // Git is asked while the records are read.
    const published = this.publishedIn(folder);
    const project = await this.projectOf(folder);
    return {
      levels: { ...project?.settings.rules, ...levels },
      catalogue: await this.catalogueFor(folder, project, this.baked, await published),
      today: today ?? this.terminal.today,
      supportWindowMonths: project?.settings.supportWindowMonths,
      acceptedLosses: project?.settings.acceptedLosses,
    };
  }

  private async projectOf(folder: string): Promise<FoundProject | undefined> {
    const project = await this.lookup.above(uriOf(folder));
    const [problem] = project?.problems ?? [];
    if (project?.settings.acceptedLosses) this.withLosses.add(project);
    if (!project || !problem) return project;
    const position = new LineIndex(project.text).position(problem.start);
    const path = fileURLToPath(project.uri);
    const broken = this.broken.get(path) ?? new BrokenProject(atPosition(path, position, problem.message));
    this.broken.set(path, broken);
    throw broken;
  }

  private async catalogueFor(
    folder: string,
    project: FoundProject | undefined,
    named: readonly Version[],
    published: readonly Version[] = none,
  ): Promise<Catalogue> {
    const [listed, nearest] = [await this.records.listed, await this.records.nearestTo(folder, project)];
    const isOn = project?.settings.bundledRecord !== false;
    const bundled = isOn ? await this.bundledRecord() : undefined;
    return this.catalogues.of([project, named, nearest, bundled, published], () => {
      const written = [
        ...(project?.settings.bakedVersions ?? []).flatMap((baked) => fromSetting(baked, [])),
        ...named.flatMap((baked) => fromSetting(baked, [])),
      ];
      return new Catalogue([...written, ...listed, ...nearest], { bundled }).withTaken(published);
    });
  }

  private async bundledRecord(): Promise<FleetRecord | undefined> {
    try {
      return await this.outside.bundledRecord?.();
    } catch (thrown) {
      throw new CannotWork(
        `cannot read the bundled record of images: ${messageOf(thrown)}`,
        `reinstall hotfix-config, or set "bundledRecord": false in ${projectFileName}`,
      );
    }
  }

  /** The versions that the tags of a folder's repository publish. */
  private publishedIn(folder: string): Promise<readonly Version[]> {
    const root = repositoryAbove(folder) ?? '';
    const known = this.published.get(root) ?? this.publishedBy(root);
    this.published.set(root, known);
    return known;
  }

  private async publishedBy(root: string): Promise<readonly Version[]> {
    const tags = root === '' ? [] : await gitRecords.tags(uriOf(root));
    return tags.flatMap((tag) => publishedBy(tag) ?? []);
  }
}

const none: readonly Version[] = [];

function askedOnce<T>(ask: (uri: string) => Promise<T>): (uri: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (uri) => {
    const known = answers.get(uri) ?? ask(uri);
    answers.set(uri, known);
    return known;
  };
}

/** Empty if the URI is not a path on this machine: no file has an empty name. */
function fileOf(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return '';
  }
}

function excludedBy(globs: readonly string[], { cwd }: Terminal): readonly Globs[] {
  for (const glob of globs) {
    // What a problem says after ";" is for "files" in a project file.
    const [problem] = globProblem(glob)?.split(';') ?? [];
    if (problem !== undefined)
      throw new WrongUsage(
        `invalid --exclude ${quote(glob)}: ${problem}`,
        'name the files to leave out, such as "old/**"',
      );
  }
  return globs.length > 0 ? [new Globs(pathOf(uriOf(cwd)), [], globs)] : [];
}

function levelsFrom(flags: readonly string[]): Levels {
  return Object.fromEntries(
    flags.map((flag) => {
      const [id = '', ...rest] = flag.split('=');
      const level = rest.join('=');
      ruleNamed(id);
      const known = [...levels, 'off' as const].find((candidate) => candidate === level);
      if (!known)
        throw new WrongUsage(
          `invalid level in --rule ${quote(flag)}`,
          `write ${id}=LEVEL; levels are off, ${levels.toReversed().join(', ')}`,
        );
      return [id, known];
    }),
  );
}
