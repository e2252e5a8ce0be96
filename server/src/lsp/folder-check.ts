import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { decodeUtf8, largestConfigInWords, Payload, quote } from '../model/index.ts';
import { isManifestPath, isPayloadPath, otherHalf, projectFileName } from '../names.ts';
import { type CheckedFolder, type CheckFolderParams, checkFolderRequest } from '../protocol.ts';
import { analysisOf, checkFile } from '../service/findings/checked-file.ts';
import { type CheckOptions, check, checkPayload } from '../service/findings/finding.ts';
import type { FileReport } from '../service/findings/json-findings.ts';
import { Summary } from '../service/findings/summary.ts';
import { textReport } from '../service/findings/text-report.ts';
import type { Cancellation, Host } from '../service/host.ts';
import { LineIndex } from '../service/line-index.ts';
import { inManifest } from '../service/manifest/manifest.ts';
import { Globs, isConfigPath, isIgnoredPath, isProjectFile } from '../service/settings/names.ts';
import type { FoundProject } from '../service/settings/project-lookup.ts';
import { looksLikeConfig } from '../service/settings/recognition.ts';
import { isBelow, pathOf, plainUri } from '../service/uri.ts';
import { visible } from '../service/visible.ts';
import type { Catalogues } from './catalogues.ts';
import type { Manifests } from './manifests.ts';
import { readHalf } from './other-halves.ts';
import { noFolder, uriIn } from './params.ts';
import type { DocumentSettings, Settings } from './settings.ts';

const stopped = 'The check of the folder was stopped.';

/**
 * The files below a folder (a `file:` URI) that the command line would check, of those that are wanted. An editor's own
 * search differs: it hides some of them and shows git-ignored ones. Undefined if the folder does not exist.
 */
export type CheckedFiles = (
  folder: string,
  wanted: (uris: readonly string[]) => Promise<readonly string[]>,
  cancellation: Cancellation,
) => Promise<{ readonly uris: readonly string[]; readonly problems: readonly string[] } | undefined>;

/** Why a check is incomplete. */
type Problem = string;
/** Each is reported once. */
type Problems = Set<Problem>;

/** Checks every config of a folder as saved on disk, open or not. */
export class FolderCheck {
  constructor(
    private readonly host: Host,
    private readonly checkedFiles: CheckedFiles | undefined,
    private readonly settings: Settings,
    private readonly catalogues: Catalogues,
    private readonly manifests: Manifests,
    /** The current date, YYYY-MM-DD (UTC). */
    private readonly today: () => string,
  ) {}

  listen(connection: Connection): void {
    connection.onRequest(
      checkFolderRequest,
      async (params: CheckFolderParams, token: CancellationToken): Promise<CheckedFolder | ResponseError> => {
        const folder = plainUri(uriIn(params, 'folder'));
        const progress = connection.window.attachWorkDoneProgress(params.workDoneToken);
        progress.begin('Checking hotfix configs', 0);
        try {
          const problems: Problems = new Set();
          const files = await this.configsIn(folder, problems, token);
          const summary = new Summary();
          let text = '';
          for (const [i, uri] of files.entries()) {
            if (token.isCancellationRequested) break;
            progress.report((100 * i) / files.length, uri.slice(folder.length + 1));
            const report = await (isPayloadPath(uri)
              ? this.checkPayload(uri, folder)
              : this.check(uri, folder, problems));
            if (!report) continue;
            summary.add(report.findings);
            text += textReport(report);
          }
          // A partial answer would look complete.
          if (token.isCancellationRequested)
            return new ResponseError(LSPErrorCodes.RequestCancelled, stopped);
          const errors = [...problems].map((problem) => `error: ${visible(problem)}\n`).join('');
          const nothing = problems.size === 0 ? 'No config found, nothing to check.\n' : '';
          return {
            text: text + errors + (summary.sentence() || nothing),
            hasErrors: problems.size > 0 || summary.reaches('error'),
          };
        } finally {
          progress.done();
        }
      },
    );
  }

  /** What the command line would check, and the configs that editor settings name. */
  async configsIn(folder: string, problems: Problems, token: CancellationToken): Promise<string[]> {
    const wanted = async (uris: readonly string[]) =>
      uris.filter(await this.namesIn(folder, uris, problems, token));
    const disk = folder.startsWith('file:') ? this.checkedFiles : undefined;
    const found = disk
      ? await disk(folder, wanted, token)
      : { uris: await wanted(await this.host.findFiles(folder, '**/*', folder, token)), problems: [] };
    if (!found) throw noFolder(folder);
    for (const problem of found.problems) problems.add(problem);
    // In the order of the command line, which sorts paths and ends with payloads.
    const order = (uri: string) => `${isPayloadPath(uri) ? 1 : 0}${pathOf(uri)}`;
    return [...found.uris].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  /** Whether a file is a config, by its URI. */
  private async namesIn(
    folder: string,
    uris: readonly string[],
    problems: Problems,
    token: CancellationToken,
  ): Promise<(uri: string) => boolean> {
    const { files = [] } = await this.settings.editorSettings(folder);
    // Every YAML file would be a request.
    const readsManifests = folder.startsWith('file:') && this.checkedFiles !== undefined;
    const inEditor = new Globs(pathOf(folder), files);
    // Git ignores some, and a search skips packages.
    const inside = await this.host.findFiles(folder, `**/${projectFileName}`, folder, token);
    const listed = uris.filter((uri) => isProjectFile(pathOf(uri)));
    // The nearest one counts. For most files it is in the folder or above it.
    const projects = [...new Set([`${folder}/${projectFileName}`, ...inside, ...listed])];
    const byFolder = new Map<string, Globs | Problem>();
    for (const project of await Promise.all(projects.map((uri) => this.settings.projectAt(uri)))) {
      if (!project) continue;
      const { files: more = [], ignore } = project.settings;
      const globs = new Globs(pathOf(project.folder), more, ignore);
      byFolder.set(pathOf(project.folder), problemOf(project, folder) ?? globs);
    }
    return (uri) => {
      const path = pathOf(uri);
      if (isProjectFile(path)) return false;
      if (isPayloadPath(path)) return true;
      const above = foldersAbove(path).find((one) => byFolder.has(one));
      const inProject = above === undefined ? undefined : byFolder.get(above);
      if (typeof inProject === 'string') {
        problems.add(inProject);
        return false;
      }
      const globs = inProject ? [inEditor, inProject] : [inEditor];
      return (
        isConfigPath(path, globs) || (readsManifests && isManifestPath(path) && !isIgnoredPath(path, globs))
      );
    };
  }

  /** Undefined if the file is not a config. */
  private async check(uri: string, folder: string, problems: Problems): Promise<FileReport | undefined> {
    const [content, settings] = await Promise.all([
      this.host.readFile(uri, folder),
      this.settings.ofFile(uri),
    ]);
    if (content === 'outside') return undefined;
    const file = nameIn(folder, uri);
    if (!settings.isConfig) return content && this.checkManifest(uri, file, content, settings);
    if (!content) {
      problems.add(`cannot read ${quote(file)}: no permission, or larger than ${largestConfigInWords}`);
      return undefined;
    }
    if (!settings.isCertain && !looksLikeConfig(analysisOf(content))) return undefined;
    const other = otherHalf(uri);
    const payload = other === undefined ? undefined : await readHalf(this.host, other);
    const { text, findings } = checkFile(content, {
      ...(await this.options(settings)),
      payload: payload && new Payload(decodeUtf8(payload)),
    });
    return { file, text, findings };
  }

  /** The configs in a manifest that may not be open. */
  async manifestIn(uri: string, content: Uint8Array): ReturnType<Manifests['configsIn']> {
    return this.manifests.configsIn(uri, content, await this.settings.ofFile(uri));
  }

  /** Undefined if it has no config. */
  private async checkManifest(
    uri: string,
    file: string,
    content: Uint8Array,
    settings: DocumentSettings,
  ): Promise<FileReport | undefined> {
    const { text, configs } = await this.manifests.configsIn(uri, content, settings);
    if (configs.length === 0) return undefined;
    const options = await this.options(settings);
    const findings = configs.flatMap(({ analysis, text: place }) =>
      check(analysis, options).map((finding) => inManifest(place, finding)),
    );
    return { file, text, findings };
  }

  /** Undefined if no lines of it are about hotfixes. */
  private async checkPayload(uri: string, folder: string): Promise<FileReport | undefined> {
    const other = otherHalf(uri) ?? '';
    const [content, config] = await Promise.all([readHalf(this.host, uri), readHalf(this.host, other)]);
    const payload = new Payload(decodeUtf8(content ?? new Uint8Array()));
    if (!payload.isAboutHotfixes) return undefined;
    const options = await this.options(await this.settings.ofFile(other));
    const findings = checkPayload(payload, config && analysisOf(config), options);
    return { file: nameIn(folder, uri), text: payload.text, findings };
  }

  private async options({ levels, supportWindowMonths, sources }: DocumentSettings): Promise<CheckOptions> {
    const catalogue = await this.catalogues.complete(sources);
    return { levels, supportWindowMonths, catalogue, today: this.today() };
  }
}

/** Without its settings, other files would be checked, and with other levels. */
function problemOf({ uri, text, problems: [first] }: FoundProject, folder: string): Problem | undefined {
  if (!first) return undefined;
  const { line, column } = new LineIndex(text).position(first.start);
  const name = isBelow(folder, uri) ? nameIn(folder, uri) : pathOf(uri);
  return `${name}:${line}:${column}: ${first.message}`;
}

function nameIn(folder: string, uri: string): string {
  return pathOf(uri).slice(pathOf(folder).length + 1);
}

/** The nearest first. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - 1 - i).join('/')).slice(0, -1);
}
