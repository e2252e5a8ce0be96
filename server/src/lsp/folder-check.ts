import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  type CheckedFile,
  type CheckFolderParams,
  checkFolderRequest,
  configNames,
  pathGlob,
  projectFileName,
} from '../protocol.ts';
import { checkFile } from '../service/checked-file.ts';
import type { Host } from '../service/host.ts';
import type { Catalogues } from './catalogues.ts';
import type { Documents } from './documents.ts';
import { textIn } from './params.ts';
import type { Settings } from './settings.ts';

const stopped = 'The check of the folder was stopped.';

/** Checks every config of a folder as it is on the disk, whether it is open or not. */
export class FolderCheck {
  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly settings: Settings,
    private readonly catalogues: Catalogues,
    /** The day, YYYY-MM-DD (UTC). */
    private readonly today: () => string,
  ) {}

  listen(connection: Connection): void {
    connection.onRequest(checkFolderRequest, async (params: CheckFolderParams, token: CancellationToken) => {
      const folder = textIn(params, 'folder');
      const progress = connection.window.attachWorkDoneProgress(params.workDoneToken);
      progress.begin('Checking hotfix configs', 0);
      try {
        const files = await this.configsIn(folder);
        const checked: CheckedFile[] = [];
        for (const uri of files) {
          // Half of an answer would look like one.
          if (token.isCancellationRequested)
            return new ResponseError(LSPErrorCodes.RequestCancelled, stopped);
          progress.report((100 * checked.length) / files.length, uri.slice(folder.length + 1));
          checked.push(...(await this.check(uri, folder)));
        }
        return checked;
      } finally {
        progress.done();
      }
    });
  }

  /** By the usual names, and by the globs of the settings. */
  private async configsIn(folder: string): Promise<string[]> {
    const { files: inEditor = [] } = await this.settings.editorSettings(folder);
    const projects = await this.host.findFiles(folder, `**/${projectFileName}`, folder);
    const inProjects = await Promise.all(
      projects.map(async (uri) => {
        const project = await this.settings.projectAt(uri);
        return (project?.settings.files ?? []).map((glob) => ({ folder: project?.folder ?? folder, glob }));
      }),
    );
    const globs = [...[...configNames, ...inEditor].map((glob) => ({ folder, glob })), ...inProjects.flat()];
    const found = await Promise.all(
      globs.map((one) => this.host.findFiles(one.folder, pathGlob(one.glob), folder)),
    );
    return [...new Set(found.flat())].sort();
  }

  private async check(uri: string, folder: string): Promise<CheckedFile[]> {
    const [content, settings] = await Promise.all([
      this.host.readFile(uri, folder),
      this.settings.ofFile(uri),
    ]);
    if (!content || content === 'outside' || !settings.isConfig) return [];
    const { levels, supportWindowMonths, sources } = settings;
    const { text, findings } = checkFile(content, {
      levels,
      supportWindowMonths,
      catalogue: await this.catalogues.complete(sources),
      today: this.today(),
    });
    const document = this.documents.ofFile(uri, text);
    return [
      {
        uri,
        findings: findings.map(({ start, level, ruleId, message }) => ({
          start: document.positionAt(start),
          level,
          ruleId,
          message,
        })),
      },
    ];
  }
}
