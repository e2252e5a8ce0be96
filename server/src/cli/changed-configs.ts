import { posix, resolve } from 'node:path';
import { Analysis, Catalogue, noFile, quote, type Readings } from '../model/index.ts';
import { isManifestPath, mayHaveConfigs } from '../names.ts';
import { differencesBetween } from '../service/answers/difference.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { isConfigPath } from '../service/settings/names.ts';
import { looksLikeConfig } from '../service/settings/recognition.ts';
import { Blobs } from './blobs.ts';
import { changedPayload, withPayload } from './changed-payloads.ts';
import { configsAmong, isCertain } from './config-names.ts';
import { findConfigs } from './configs.ts';
import { configsAtRevision } from './configs-at-revision.ts';
import { contentOf, contentOfFile, TooLarge } from './content.ts';
import type { RepositorySides } from './diff-sides.ts';
import { kindOf } from './files.ts';
import { Tree } from './git-tree.ts';
import { type Judged, judged } from './judged.ts';
import { isPayload } from './layout.ts';
import type { Unread } from './listing.ts';
import { Manifests, nameInManifest } from './manifests.ts';
import { payloadsBeside } from './payloads.ts';
import type { Projects } from './projects.ts';
import { RevisionBaseline } from './revision-baseline.ts';
import { RevisionState } from './revision-state.ts';
import type { State } from './state.ts';
import { asProblem, BrokenProject, CannotWork, type Terminal } from './terminal.ts';
import { WorkTree } from './work-tree.ts';

/** A config, or a payload of scripts, that is not the same on both sides. */
export interface ChangedConfig {
  /** The name in git. */
  readonly name: string;
  readonly status: 'new' | 'deleted' | 'moved' | 'changed';
  /** The old name of a moved config. */
  readonly from?: string | undefined;
  /** Why a config is missing, if it was not simply deleted. */
  readonly why?: string | undefined;
  readonly before: Readings;
  readonly after: Readings;
  readonly catalogue: Catalogue;
  readonly differences: readonly Judged[];
}

export interface Changes {
  readonly configs: readonly ChangedConfig[];
  readonly unread: readonly Unread[];
  /** The number of configs on both sides. */
  readonly compared: number;
}

/**
 * Compares the configs of a repository, or those at or below some names in it. `terminal` has the root of the repository as
 * its working directory.
 */
export async function changedConfigs(
  { root, before, name, after }: RepositorySides,
  below: readonly string[],
  projects: Projects,
  terminal: Terminal,
): Promise<Changes> {
  const blobs = await Blobs.open(root);
  try {
    const now = after ? await Tree.at(after, root, blobs) : undefined;
    const state = now ? new RevisionState(now) : new WorkTree(root);
    const tree = await Tree.at(before, root, blobs);
    const baseline = new RevisionBaseline(root, name, tree, terminal, state);
    const source = now
      ? await atRevision(now, tree, root, below, projects)
      : await onDisk(below, projects, terminal);
    const comparison = new Comparison(root, projects, terminal, baseline, source, state);
    return await comparison.of(below.length > 0 ? below : ['']);
  } finally {
    blobs.close();
  }
}

/** The configs of the second side. */
interface Source {
  readonly names: readonly string[];
  /** The payloads of scripts that were found or named. */
  readonly payloads: readonly string[];
  readonly unread: readonly Unread[];
  /** Found by its name, not named by the user. */
  isListed(name: string): boolean;
  /** Whether it is known without reading that it is the same on both sides. */
  isSame(name: string): Promise<boolean>;
  /** The content of a file at exactly this path below a folder. */
  contentBelow(folder: string, path: string, most: number): Promise<Uint8Array | undefined>;
  analysis(name: string): Promise<{ readonly analysis: Analysis; readonly content: Uint8Array | string }>;
}

async function onDisk(below: readonly string[], projects: Projects, terminal: Terminal): Promise<Source> {
  const { paths, listed, payloads, unread } = await findConfigs(
    below.map((name) => name || '.'),
    terminal,
    projects,
  );
  return {
    names: paths.filter((path) => listed.has(path) || kindOf(`${terminal.cwd}/${path}`) !== 'nothing'),
    payloads,
    unread,
    contentBelow: (folder, path, most) => projects.contentBelow(resolve(terminal.cwd, folder), path, most),
    isListed: (name) => listed.has(name),
    isSame: async () => false,
    async analysis(name) {
      try {
        const content = await (listed.has(name) ? contentOfFile(name, terminal) : contentOf(name, terminal));
        return {
          content,
          analysis: typeof content === 'string' ? new Analysis(content) : analysisOf(content),
        };
      } catch (thrown) {
        // Nodes cannot read it either.
        if (thrown instanceof TooLarge) return { content: '', analysis: Analysis.tooLarge() };
        throw thrown;
      }
    },
  };
}

async function atRevision(
  tree: Tree,
  before: Tree,
  root: string,
  below: readonly string[],
  projects: Projects,
): Promise<Source> {
  const isBelow = (name: string) =>
    below.length === 0 || below.some((at) => at === '' || `${name}/`.startsWith(`${at}/`));
  const files = tree.files.filter((name) => isBelow(name) && !projects.isExcluded(`${root}/${name}`));
  const isScripts = (name: string) => isPayload(`${root}/${name}`);
  const named = files.filter((name) => below.includes(name) && !isScripts(name));
  const isSame = async (name: string) => (await tree.hashOf(name)) === (await before.hashOf(name));
  const manifests: string[] = [];
  for (const name of files.filter((one) => isManifestPath(one) && !isScripts(one)))
    if (!(await isSame(name)) && mayHaveConfigs((await tree.read(name)) ?? '')) manifests.push(name);
  const configs = [
    ...(await configsAmong(files, root, projects)),
    ...(await configsAtRevision(files, tree)),
    ...manifests,
  ];
  return {
    names: [...new Set([...named, ...configs])],
    payloads: [...new Set([...files, ...below])].filter(isScripts),
    unread: [],
    contentBelow: (folder, path) => tree.read(posix.join(folder, path)),
    isListed: (name) => !named.includes(name),
    isSame,
    async analysis(name) {
      const content = (await tree.read(name)) ?? Buffer.alloc(0);
      return { content, analysis: analysisOf(content) };
    },
  };
}

class Comparison {
  private readonly configs: ChangedConfig[] = [];
  private readonly unread: Unread[];
  private readonly manifests: Manifests;
  private compared = 0;

  constructor(
    readonly root: string,
    readonly projects: Projects,
    private readonly terminal: Terminal,
    readonly baseline: RevisionBaseline,
    readonly source: Source,
    private readonly state: State,
  ) {
    this.manifests = new Manifests(projects, { cwd: root });
    this.unread = [...source.unread];
  }

  async of(below: readonly string[]): Promise<Changes> {
    const { names } = this.source;
    const missed = await this.baseline.missing(below, new Set(names), this.projects);
    const missing = missed.filter(({ name }) => !isPayload(`${this.root}/${name}`));
    const gone = new Map(
      missing.flatMap(({ name, isThere, why }) => (isThere ? [] : [[name, why] as const])),
    );
    for (const name of [...new Set([...names, ...missing.map(({ name }) => name)])].sort()) {
      const work = gone.has(name) ? this.deleted(name, gone.get(name)) : this.compare(name);
      const problem = await work.catch(asProblemWith(name));
      if (problem) this.unread.push({ path: name, problem });
    }
    const all = [...names, ...missing.map(({ name }) => name)];
    for (const name of payloadsBeside(all, this.source.payloads, this.terminal)) {
      const changed = await changedPayload(name, this).catch(asProblemWith(name));
      if (changed instanceof CannotWork || changed instanceof BrokenProject)
        this.unread.push({ path: name, problem: changed });
      else if (changed) this.configs.push(changed);
    }
    this.configs.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { configs: this.configs, unread: this.unread, compared: this.compared };
  }

  private async deleted(name: string, why: string | undefined): Promise<void> {
    if (await this.isManifest(name)) return this.compareManifest(name, '', why);
    const past = await this.baseline.of([name], name);
    if (past) await this.add({ name, status: 'deleted', why, before: past.readings, after: noFile });
  }

  private async compare(name: string): Promise<void> {
    if (await this.source.isSame(name)) {
      this.compared++;
      return;
    }
    const { analysis, content } = await this.source.analysis(name);
    if (await this.isManifest(name)) return this.compareManifest(name, content);
    const past = await this.baseline.of([name], name);
    const isListed = this.source.isListed(name);
    if (
      !(await isCertain(name, isListed, this.terminal, this.projects)) &&
      !looksLikeConfig(analysis, past?.readings)
    )
      return;
    const { readings: after } = analysis;
    if (past === undefined) {
      // The baseline warned about a file of another repository.
      if (this.state.otherRepository(name) === undefined)
        await this.add({ name, status: 'new', before: noFile, after });
    } else if (past.name !== name)
      await this.add({ name, status: 'moved', from: past.name, before: past.readings, after });
    else if (Buffer.from(content).equals(past.content)) this.compared++;
    else await this.add({ name, status: 'changed', before: past.readings, after });
  }

  private async isManifest(name: string): Promise<boolean> {
    if (!isManifestPath(name)) return false;
    const path = `${this.root}/${name}`;
    return !isConfigPath(path, await this.projects.globsFor(path));
  }

  /** Each config of a manifest is compared with the one of the same namespace, name and key. */
  private async compareManifest(name: string, content: Uint8Array | string, why?: string): Promise<void> {
    const past = await this.baseline.manifestOf([name]);
    const manifest = await this.manifests.open(name, content, past?.content);
    const now = new Map(manifest?.configs.map(({ id, analysis }) => [id, analysis.readings]));
    const from = past?.name === name ? undefined : past?.name;
    for (const id of new Set([...(manifest?.before.keys() ?? []), ...now.keys()])) {
      const [before, after] = [manifest?.before.get(id), now.get(id)];
      const status =
        before === undefined ? 'new' : after === undefined ? 'deleted' : from ? 'moved' : 'changed';
      const config = {
        name: nameInManifest(name, id),
        status,
        why,
        before: before ?? noFile,
        after: after ?? noFile,
      } as const;
      await this.add(
        from === undefined ? config : { ...config, from: nameInManifest(from, id) },
        status === 'changed',
      );
    }
  }

  /** A text that is the same on both sides may be beside one that is not. */
  private async add(
    config: Omit<ChangedConfig, 'catalogue' | 'differences'>,
    isOnlyIfDifferent = false,
  ): Promise<void> {
    this.compared++;
    const path = `${this.root}/${config.name}`;
    const options = await this.projects.optionsFor(path);
    const { catalogue = Catalogue.empty } = options;
    const differences = differencesBetween(config.before, config.after, catalogue);
    if (isOnlyIfDifferent && differences.length === 0) return;
    const real = await withPayload(config.name, differences, this);
    this.configs.push({ ...config, catalogue, differences: judged(real, options) });
  }
}

/** Git does not know the names of the content that it lacks. */
const asProblemWith = (name: string) => (thrown: unknown) => {
  if (thrown instanceof BrokenProject) return thrown;
  const problem = asProblem(thrown);
  if (problem.message.includes(quote(name))) return problem;
  return new CannotWork(`cannot compare ${quote(name)}: ${problem.message}`, problem.hint);
};
