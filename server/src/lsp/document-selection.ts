import type { Connection } from 'vscode-languageserver';
import { projectFileName } from '../names.ts';
import { pathOf } from '../service/uri.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { ClientFiles } from './client-files.ts';
import { DocumentRegistration } from './document-registration.ts';
import type { Folders } from './folders.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Settings } from './settings.ts';

/** Registers for the documents that the settings of all folders and all project files call configs. */
export class DocumentSelection {
  private readonly registration;
  /** The project files of the workspace. They are searched once; events report others. */
  private projectUris: Promise<Set<string>> | undefined;

  constructor(
    private readonly connection: Connection,
    capabilities: ResolvedCapabilities,
    private readonly settings: Settings,
    private readonly folders: Folders,
    private readonly files: ClientFiles | undefined,
  ) {
    this.registration = new DocumentRegistration(connection, capabilities);
  }

  foldersChanged(): void {
    this.projectUris = undefined;
  }

  /** Call with a manifest that the client reports. */
  addManifest(uri: string): void {
    this.registration.addManifest(pathOf(uri));
    void this.update();
  }

  /** Call with project files that an event reports. */
  add(projects: readonly string[]): void {
    this.projectUris = this.projectUris?.then((known) => new Set([...known, ...projects]));
  }

  /** One at a time, so that an earlier result does not replace a later one. */
  readonly update = oneAtATime(() =>
    this.updateNow().catch((error: unknown) => {
      this.connection.console.error(`Registration of documents failed: ${String(error)}`);
    }),
  );

  private async updateNow(): Promise<void> {
    this.projectUris ??= this.projectFiles();
    const [projects, ...editor] = await Promise.all([
      this.projectUris,
      ...this.folders.all.map(async ({ uri }) => (await this.settings.editorSettings(uri)).files ?? []),
    ]);
    const found = await Promise.all([...projects].map((uri) => this.settings.projectAt(uri)));
    const project = found.flatMap((file) => file?.settings.files ?? []);
    await this.registration.add([...editor.flat(), ...project]);
  }

  private async projectFiles(): Promise<Set<string>> {
    const { files } = this;
    if (!files) return new Set();
    const glob = `**/${projectFileName}`;
    const found = await Promise.all(this.folders.all.map(({ uri }) => files.findFiles(uri, glob, uri)));
    return new Set(found.flat());
  }
}
