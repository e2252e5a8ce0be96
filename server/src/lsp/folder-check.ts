import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { projectFileName } from '../names.ts';
import { type CheckedFolder, type CheckFolderParams, checkFolderRequest } from '../protocol.ts';
import { analysisOf, checkFile } from '../service/findings/checked-file.ts';
import type { FileReport } from '../service/findings/json-findings.ts';
import { Summary } from '../service/findings/summary.ts';
import { textReport } from '../service/findings/text-report.ts';
import type { Cancellation, Host } from '../service/host.ts';
import { Globs, isConfigPath, isProjectFile } from '../service/settings/names.ts';
import { looksLikeConfig } from '../service/settings/recognition.ts';
import { pathOf, plainUri } from '../service/uri.ts';
import type { Catalogues } from './catalogues.ts';
import { noFolder, uriIn } from './params.ts';
import type { Settings } from './settings.ts';

const stopped = 'The check of the folder was stopped.';

/**
 * The files below a folder (a `file:` URI) that the command line would check. An editor's own search differs: it hides some
 * of them and shows git-ignored ones. Undefined if the folder does not exist.
 */
export type CheckedFiles = (
  folder: string,
  isWanted: (uri: string) => boolean,
  cancellation: Cancellation,
) => Promise<readonly string[] | undefined>;

/** Checks every config of a folder as saved on disk, open or not. */
export class FolderCheck {
  constructor(
    private readonly host: Host,
    private readonly checkedFiles: CheckedFiles | undefined,
    private readonly settings: Settings,
    private readonly catalogues: Catalogues,
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
          const files = await this.configsIn(folder, token);
          const summary = new Summary();
          let text = '';
          for (const [i, uri] of files.entries()) {
            if (token.isCancellationRequested) break;
            progress.report((100 * i) / files.length, uri.slice(folder.length + 1));
            const report = await this.check(uri, folder);
            if (!report) continue;
            summary.add(report.findings);
            text += textReport(report);
          }
          // A partial answer would look complete.
          if (token.isCancellationRequested)
            return new ResponseError(LSPErrorCodes.RequestCancelled, stopped);
          const end = summary.sentence() || 'No config found, nothing to check.\n';
          return { text: text + end, hasErrors: summary.reaches('error') };
        } finally {
          progress.done();
        }
      },
    );
  }

  /** The configs that the command line would check, and those that editor settings name. */
  private async configsIn(folder: string, token: CancellationToken): Promise<string[]> {
    const isConfig = await this.namesIn(folder, token);
    const disk = folder.startsWith('file:') ? this.checkedFiles : undefined;
    const found = disk
      ? await disk(folder, isConfig, token)
      : (await this.host.findFiles(folder, '**/*', folder, token)).filter(isConfig);
    if (!found) throw noFolder(folder);
    // In the order of the command line, which sorts paths.
    return [...found].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  }

  /** Whether a file is a config, by its URI. */
  private async namesIn(folder: string, token: CancellationToken): Promise<(uri: string) => boolean> {
    const { files = [] } = await this.settings.editorSettings(folder);
    const inEditor = new Globs(pathOf(folder), files);
    const inside = await this.host.findFiles(folder, `**/${projectFileName}`, folder, token);
    // The nearest one counts. For most files it is in the folder or above it.
    const projects = [`${folder}/${projectFileName}`, ...inside].map((uri) => this.settings.projectAt(uri));
    const byFolder = new Map<string, Globs>();
    for (const project of await Promise.all(projects)) {
      const globs = project?.settings.files ?? [];
      if (project) byFolder.set(pathOf(project.folder), new Globs(pathOf(project.folder), globs));
    }
    return (uri) => {
      const path = pathOf(uri);
      if (isProjectFile(path)) return false;
      const above = foldersAbove(path).find((one) => byFolder.has(one));
      const inProject = above === undefined ? undefined : byFolder.get(above);
      return isConfigPath(path, inProject ? [inEditor, inProject] : [inEditor]);
    };
  }

  /** Undefined if the file is not a config. */
  private async check(uri: string, folder: string): Promise<FileReport | undefined> {
    const [content, settings] = await Promise.all([
      this.host.readFile(uri, folder),
      this.settings.ofFile(uri),
    ]);
    if (!content || content === 'outside' || !settings.isConfig) return undefined;
    if (!settings.isCertain && !looksLikeConfig(analysisOf(content))) return undefined;
    const { levels, supportWindowMonths, sources } = settings;
    const { text, findings } = checkFile(content, {
      levels,
      supportWindowMonths,
      catalogue: await this.catalogues.complete(sources),
      today: this.today(),
    });
    return { file: pathOf(uri).slice(pathOf(folder).length + 1), text, findings };
  }
}

/** The nearest first. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - 1 - i).join('/')).slice(0, -1);
}
