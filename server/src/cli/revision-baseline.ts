import { join } from 'node:path';
import { type Analysis, configsRead, quote, type Readings } from '../model/index.ts';
import { isManifestPath, isPayloadPath, mayHaveConfigs, otherHalf } from '../names.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { configsAtRevision } from './configs-at-revision.ts';
import type { Tree } from './git-tree.ts';
import { Manifests } from './manifests.ts';
import { baseName, movesBetween } from './moves.ts';
import type { Projects } from './projects.ts';
import type { Now, State } from './state.ts';
import { type Terminal, warn } from './terminal.ts';
import { WorkTree } from './work-tree.ts';

/** A config of the revision that was not found by its name. */
export interface Missing {
  readonly name: string;
  /** The file exists, so nodes get its content. */
  readonly isThere: boolean;
  /** Why it is missing, if it was not simply deleted. */
  readonly why?: string | undefined;
}

/** A config as it was at the revision. */
export interface Past {
  readonly name: string;
  readonly content: Buffer;
  readonly readings: Readings;
}

/** A config as it is now. */
export interface Current {
  readonly content: string | Uint8Array;
  readonly analysis: Analysis;
}

/** The configs of one repository at a revision, by their names in git. */
export class RevisionBaseline {
  /** Old names by new names. */
  private moves: ReadonlyMap<string, string> = new Map();
  private readonly warned = new Set<string>();

  constructor(
    private readonly root: string,
    /** As written by the user. */
    private readonly revision: string,
    private readonly tree: Tree,
    private readonly terminal: Terminal,
    private readonly state: State = new WorkTree(root),
  ) {}

  /**
   * `names` is the name of the path, then that of a link target: a link is compared with its own history, if it has
   * one. Most files have the same content as before: `current`.
   */
  async of(names: readonly string[], shown: string, current?: Current): Promise<Past | undefined> {
    for (const written of names) {
      const name = this.moves.get(written) ?? written;
      const now = current === undefined ? undefined : Buffer.from(current.content);
      const isSame = now !== undefined && (await this.tree.contains(name, now));
      const content = isSame ? now : await this.tree.read(name);
      if (content === undefined) continue;
      const { readings } = isSame && current ? current.analysis : analysisOf(content);
      if (configsRead(readings).length === 0)
        this.say(
          `nodes cannot read ${quote(shown)} at ${quote(this.revision)}, so there is no hotfix to lose`,
        );
      return { name, content, readings };
    }
    this.warnOfOtherRepository(names[0] ?? '');
    return undefined;
  }

  /**
   * The content of a file by its own name, for those that images get from one path only; by its old name if the folder
   * with AgentBaker's layout was moved.
   */
  async contentOf(names: readonly string[]): Promise<Uint8Array | undefined> {
    for (const name of [...names, ...names.flatMap((name) => this.inOldLayout(name) ?? [])]) {
      const content = await this.tree.read(name);
      if (content) return content;
    }
    return undefined;
  }

  private inOldLayout(name: string): string | undefined {
    const gate = isPayloadPath(`/${name}`) ? otherHalf(`/${name}`)?.slice(1) : name;
    const old = gate === undefined ? undefined : this.moves.get(gate);
    const payload = old === undefined ? undefined : otherHalf(`/${old}`)?.slice(1);
    return gate === name ? payload && old : payload;
  }

  /** The content of a manifest, by its old name if it was moved. */
  async manifestOf(names: readonly string[]): Promise<{ name: string; content: Buffer } | undefined> {
    for (const written of names) {
      const name = this.moves.get(written) ?? written;
      const content = await this.tree.read(name);
      if (content) return { name, content };
    }
    return undefined;
  }

  /** Whether a sparse checkout leaves a file out of the working tree. */
  async isLeftOut(name: string): Promise<boolean> {
    return (await this.known([name])).leftOut.has(name);
  }

  /** The configs at or below some names that are not checked. */
  async missing(
    folders: readonly string[],
    checked: ReadonlySet<string>,
    projects: Projects,
  ): Promise<Missing[]> {
    await this.warnOfSubmodules(folders);
    const before = new Set<string>();
    for (const name of folders) for (const known of await this.tree.below(name)) before.add(known);
    const isLeft = (name: string) => !checked.has(name) && !projects.isExcluded(join(this.root, name));
    const unchecked = [...before].filter(isLeft);
    const { configsAmong } = await import('./config-names.ts');
    const manifests = new Manifests(projects, { cwd: this.root });
    const configs = new Set([
      ...unchecked.filter((name) => folders.includes(name)),
      ...(await configsAmong(unchecked, this.root, projects)),
      ...(await configsAtRevision(unchecked, this.tree)),
      ...(await this.manifestsAmong(unchecked, manifests)),
    ]);
    const looked = new Map<string, Now>();
    for (const name of configs) {
      // A link that leads nowhere in the repository was not a file.
      if ((await this.tree.hashOf(name)) === undefined) continue;
      const now = await this.now(name);
      if (!(await this.isSameLink(name, now, checked))) looked.set(name, now);
    }
    const moved = await this.findMoves(checked, looked, manifests);
    return [...looked]
      .filter(([name]) => !moved.has(name))
      .map(([name, now]) => ({
        name,
        isThere: now.is !== 'gone',
        why: now.is === 'gone' ? now.why : undefined,
      }));
  }

  /** The manifests that had a config. */
  private async manifestsAmong(names: readonly string[], manifests: Manifests): Promise<string[]> {
    const found: string[] = [];
    for (const name of names.filter((one) => isManifestPath(one) && !isPayloadPath(`/${one}`))) {
      const content = await this.tree.read(name);
      const manifest = content && mayHaveConfigs(content) && (await manifests.open(name, '', content));
      if (manifest && manifest.before.size > 0) found.push(name);
    }
    return found;
  }

  private now(name: string): Now | Promise<Now> {
    return this.state.at(name, this.tree.bytesOf(name));
  }

  /** A link to a file that is checked by its own name needs no second check if its target is the same. */
  private async isSameLink(name: string, now: Now, checked: ReadonlySet<string>): Promise<boolean> {
    return now.is === 'linked' && checked.has(now.name) && (await this.tree.realName(name)) === now.name;
  }

  /**
   * Finds out what happened to the files. In `looked`, files that git no longer tracks become deleted, and ignored
   * ones are removed.
   */
  private async findMoves(
    checked: ReadonlySet<string>,
    looked: Map<string, Now>,
    manifests: Manifests,
  ): Promise<ReadonlySet<string>> {
    const fresh: string[] = [];
    for (const name of checked)
      if ((await this.tree.hashOf(name)) === undefined && (await this.now(name)).is === 'file')
        fresh.push(name);
    const names = new Set(fresh.map(baseName));
    const namesakes: string[] = [];
    for (const name of this.tree.names)
      if (names.has(baseName(name)) && !checked.has(name) && (await this.now(name)).is === 'gone')
        namesakes.push(name);
    if (looked.size + namesakes.length === 0) return new Set();
    const { files, leftOut } = await this.known([...looked.keys(), ...namesakes]);
    for (const [name, now] of looked) {
      if (leftOut.has(name)) looked.delete(name);
      else if (now.is === 'file' && files && this.tree.bytesOf(name)) looked.delete(name);
      else if (now.is === 'file' && files && !files.has(name))
        looked.set(name, { is: 'gone', why: 'git ignores it now' });
    }
    const gone = [...looked].flatMap(([name, now]) => (now.is === 'gone' ? [name] : []));
    const all = new Set([...gone, ...namesakes.filter((name) => !leftOut.has(name))]);
    const isSame = async (old: string, now: string) => {
      const [was, is] = [await this.tree.read(old), await this.state.read(now)];
      return was !== undefined && is !== undefined && was.equals(is);
    };
    const sharesConfig = async (old: string, now: string) => {
      const [was, is] = [await this.tree.read(old), await this.state.read(now)];
      const manifest = was && is && (await manifests.open(now, is, was));
      return manifest?.configs.some(({ id }) => manifest.before.has(id)) ?? false;
    };
    this.moves = await movesBetween(all, fresh, isSame, sharesConfig);
    for (const [now, old] of this.moves)
      this.say(`${quote(old)} was moved to ${quote(now)} since ${quote(this.revision)}; comparing the two`);
    return new Set(this.moves.values());
  }

  /** The files that git tracks or would add; empty if git cannot be asked. */
  private async known(
    names: readonly string[],
  ): Promise<{ files?: ReadonlySet<string>; leftOut: ReadonlySet<string> }> {
    const listed = await this.state.listed(names);
    return listed
      ? { files: new Set(listed.files), leftOut: new Set(listed.leftOut) }
      : { leftOut: new Set() };
  }

  /** The files of a submodule are in its own history, which this clone may lack. */
  private async warnOfSubmodules(folders: readonly string[]): Promise<void> {
    const { submodules } = this.tree;
    const isChecked = (name: string) => folders.some((at) => at === '' || `${name}/`.startsWith(`${at}/`));
    const names = [...submodules.keys()].filter(isChecked);
    if (names.length === 0) return;
    const listed = await this.state.listed(names);
    for (const name of names)
      if (listed?.repositories.get(name) !== submodules.get(name))
        this.say(
          `submodule ${quote(name)} changed since ${quote(this.revision)}; its configs have no baseline`,
          'run the command in the submodule',
        );
  }

  /** A submodule or a nested clone has revisions of its own. */
  private warnOfOtherRepository(name: string): void {
    const other = this.state.otherRepository(name);
    if (other === undefined) return;
    this.say(
      `${quote(other)} is another git repository; its configs have no baseline`,
      'run the command in that repository',
    );
  }

  private say(message: string, hint?: string): void {
    if (this.warned.has(message)) return;
    this.warned.add(message);
    warn(this.terminal, message, hint);
  }
}
