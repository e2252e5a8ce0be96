import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RecordProblem } from '../service/catalogue/discovery.ts';
import type { JsonProblem } from '../service/settings/json-file.ts';
import { readProjectFile, recordProblemsIn } from '../service/settings/project.ts';
import type { FoundProject } from '../service/settings/project-lookup.ts';
import { keyOf, parentFolder } from '../service/uri.ts';
import { source, toRange } from './convert.ts';
import type { Documents } from './documents.ts';

/**
 * Publishes the problems of project files that nobody has open: somebody who looks at a config would never learn that
 * its settings are not in force. While such a file is open, its findings take the way of all others.
 */
export class ProjectProblems {
  /** The URIs that were published, by the place: the client may open the file by another name of it. */
  private readonly published = new Map<string, string>();
  /** What could not be used of the records that project files name, by their folders. */
  private readonly records = new Map<string, readonly RecordProblem[]>();
  /** The project files that govern what is open, by their folders. */
  private readonly projects = new Map<string, FoundProject>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
  ) {}

  /** Of a project file, which may be open. */
  diagnostics(document: TextDocument): Diagnostic[] {
    const text = document.getText();
    const toDiagnostic =
      (severity: DiagnosticSeverity) =>
      ({ message, ...range }: JsonProblem) => ({
        range: toRange(document, range),
        severity,
        source,
        message,
      });
    const found = this.records.get(keyOf(parentFolder(document.uri) ?? '')) ?? [];
    return [
      ...readProjectFile(text).problems.map(toDiagnostic(DiagnosticSeverity.Error)),
      ...recordProblemsIn(text, found).map(toDiagnostic(DiagnosticSeverity.Warning)),
    ];
  }

  /** The records that are named in a folder, by a project file or by settings, were looked for. */
  looked(folder: string, problems: readonly RecordProblem[]): void {
    const key = keyOf(folder);
    if (problems.length > 0) this.records.set(key, problems);
    else if (!this.records.delete(key)) return;
    const project = this.projects.get(key);
    if (project) this.found(project);
  }

  found(project: FoundProject): void {
    const { uri, text } = project;
    this.projects.set(keyOf(project.folder), project);
    const isOpen = this.documents.texts.all().some((document) => keyOf(document.uri) === keyOf(uri));
    if (isOpen) return;
    const diagnostics = this.diagnostics(this.documents.ofFile(uri, text));
    if (diagnostics.length === 0) this.clear(uri);
    else {
      this.published.set(keyOf(uri), uri);
      void this.connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  clear(uri: string): void {
    const key = keyOf(uri);
    const published = this.published.get(key);
    if (published === undefined) return;
    this.published.delete(key);
    void this.connection.sendDiagnostics({ uri: published, diagnostics: [] });
  }

  /** Nobody looks any more at what the others govern. */
  keepOnly(governing: ReadonlySet<string>): void {
    for (const uri of [...this.published.values()]) if (!governing.has(uri)) this.clear(uri);
    for (const [key, { uri }] of this.projects) if (!governing.has(uri)) this.projects.delete(key);
  }

  /** Before the files are read anew: one that is gone leaves nothing behind. */
  clearAll(): void {
    for (const uri of [...this.published.values()]) this.clear(uri);
    this.projects.clear();
  }
}
