import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, decodeUtf8, noFile, Payload } from '../model/index.ts';
import { isManifestPath, isPayloadPath, mayHaveConfigs, otherHalf } from '../names.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { check, checkPayload } from '../service/findings/finding.ts';
import { isCutOff } from '../service/findings/level-counts.ts';
import { type FilesBefore, type GitRecords, type Host, largestPayload } from '../service/host.ts';
import { lostBase, unusedLosses } from '../service/settings/accepted-losses.ts';
import { Globs, isConfigPath, isProjectFile } from '../service/settings/names.ts';
import { readProjectFile } from '../service/settings/project.ts';
import { looksLikeConfig } from '../service/settings/recognition.ts';
import type { ProjectSettings } from '../service/settings/settings.ts';
import { keyOf, parentFolder, pathOf } from '../service/uri.ts';
import { sameBytes } from './baselines.ts';
import type { Catalogues } from './catalogues.ts';
import { source, toRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { GitAnswers } from './git-answers.ts';
import type { Settings } from './settings.ts';

/** The comparison is incomplete, so an entry may accept a loss that was not found. */
const unknown = new Error('The losses are not known.');

/**
 * The accepted losses of an open project file that accept nothing any more. All its configs are compared with HEAD, and
 * with the merge base of the default branch: the review of a branch needs an entry after its commit too.
 */
export class UnusedLosses {
  private readonly before: GitAnswers<readonly FilesBefore[]>;

  constructor(
    /** Undefined where git may not be asked. */
    private readonly git: () => GitRecords | undefined,
    private readonly documents: Documents,
    private readonly host: Host,
    private readonly settings: Settings,
    private readonly catalogues: Catalogues,
    /** The current date, YYYY-MM-DD (UTC). */
    private readonly today: () => string,
    private readonly unnecessaryTag: boolean,
    onFound: () => void,
  ) {
    this.before = new GitAnswers(
      (uri) => (this.git() ? this.filesBefore(uri) : undefined),
      (known, found) => sameFiles(known, found),
      onFound,
    );
  }

  /** Call when HEAD may have moved. */
  expire(): void {
    this.before.expire();
  }

  forget(uri: string): void {
    this.before.forget(uri);
  }

  async diagnostics(document: TextDocument): Promise<Diagnostic[]> {
    const text = document.getText();
    const { settings } = readProjectFile(text);
    const { acceptedLosses = [] } = settings;
    const before = acceptedLosses.length > 0 ? this.before.of(document.uri) : undefined;
    const lost =
      before && before.length > 0 ? await this.lostSince(before, document.uri, settings) : undefined;
    const unused = lost ? unusedLosses({ text, acceptedLosses }, lost) : [];
    return unused.map(({ why, base: _, ...range }) => ({
      range: toRange(document, range),
      severity: DiagnosticSeverity.Hint,
      source,
      message: `Against HEAD and the default branch, ${why}. Remove the entry.`,
      ...(this.unnecessaryTag && { tags: [DiagnosticTag.Unnecessary] }),
    }));
  }

  private async filesBefore(uri: string): Promise<readonly FilesBefore[]> {
    const folder = parentFolder(uri) ?? '';
    // Configs that only an editor knows could need an entry.
    if ((await this.settings.editorSettings(uri)).files?.length) return [];
    const { files = [], ignore } = (await this.settings.projectAt(uri))?.settings ?? {};
    const globs = [new Globs(pathOf(folder), files, ignore)];
    const isWanted = (file: string, content?: Uint8Array) =>
      isProjectFile(pathOf(file)) ||
      isPayloadPath(file) ||
      isConfigPath(pathOf(file), globs) ||
      // Most manifests have no config.
      (isManifestPath(file) && (!content || mayHaveConfigs(decodeUtf8(content))));
    return (await this.git()?.filesBefore(folder, isWanted)) ?? [];
  }

  /** The bases that lost a hotfix, and those of entries that are new; undefined if that is not known. */
  private async lostSince(
    all: readonly FilesBefore[],
    project: string,
    settings: ProjectSettings,
  ): Promise<Set<string> | undefined> {
    const lost = new Set<string>();
    try {
      for (const files of all) {
        const before = settingsIn(files, project);
        if (namedBy(before) !== namedBy(settings)) return undefined;
        for (const { base } of settings.acceptedLosses ?? [])
          if (!before.acceptedLosses?.some((loss) => loss.base === base)) lost.add(base);
        for (const uri of files.keys())
          for (const base of await this.lostIn(uri, files, project)) lost.add(base);
      }
      return lost;
    } catch (thrown) {
      if (thrown === unknown) return undefined;
      throw thrown;
    }
  }

  /** The bases that lost a hotfix in one file. */
  private async lostIn(uri: string, files: FilesBefore, project: string): Promise<string[]> {
    if (isProjectFile(pathOf(uri))) return [];
    const isPayload = isPayloadPath(uri);
    const config = isPayload ? (otherHalf(uri) ?? uri) : uri;
    const { project: own, isConfig, ...settings } = await this.settings.ofFile(config);
    if (!own || keyOf(own.uri) !== keyOf(project)) return [];
    if (isManifestPath(config) && !isConfig) {
      // An entry may accept a loss in it.
      if (mayHaveConfigs(decodeUtf8(files.get(uri) ?? new Uint8Array()))) throw unknown;
      return [];
    }
    const { sources, supportWindowMonths, isCertain } = settings;
    const [content, payload] = [files.get(config), files.get(otherHalf(config) ?? '')];
    const [baseline, now] = [content ? analysisOf(content).readings : noFile, await this.configNow(config)];
    if (!isPayload && !isCertain && !looksLikeConfig(now, baseline)) return [];
    if (!baseline.current || !now.config) throw unknown;
    const options = {
      levels: {},
      supportWindowMonths,
      catalogue: await this.catalogues.complete(sources),
      today: this.today(),
      baseline,
      payloadBaseline: payload && new Payload(decodeUtf8(payload)),
    };
    const findings = isPayload ? checkPayload(await this.payloadNow(uri), now, options) : check(now, options);
    if (isCutOff(findings)) throw unknown;
    return findings.flatMap((finding) => lostBase(finding) ?? []);
  }

  /** As in the editor if it is open, otherwise as saved. For nodes a missing file is an empty config. */
  private async configNow(uri: string): Promise<Analysis> {
    const document = this.documents.named(uri);
    return document ? this.documents.analysis(document) : analysisOf(await this.saved(uri));
  }

  private async payloadNow(uri: string): Promise<Payload> {
    const document = this.documents.named(uri);
    return document ? this.documents.payload(document) : new Payload(decodeUtf8(await this.saved(uri)));
  }

  private async saved(uri: string): Promise<Uint8Array> {
    const content = await this.host.readFile(uri, parentFolder(uri) ?? '', largestPayload);
    if (content === 'outside') throw unknown;
    return content ?? new Uint8Array();
  }
}

function settingsIn(files: FilesBefore, project: string): ProjectSettings {
  const [, content] = [...files].find(([uri]) => keyOf(uri) === keyOf(project)) ?? [];
  return content ? readProjectFile(decodeUtf8(content)).settings : {};
}

/** Settings that name other files would compare other files. */
function namedBy({ files, ignore }: ProjectSettings): string {
  return JSON.stringify([files, ignore]);
}

function sameFiles(a: readonly FilesBefore[] = [], b: readonly FilesBefore[]): boolean {
  const isSameAs = (files: FilesBefore, i: number) =>
    files.size === a[i]?.size && [...files].every(([uri, content]) => sameBytes(a[i]?.get(uri), content));
  return a.length === b.length && b.every(isSameAs);
}
