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
 * Publishes the problems of project files that are not open. Otherwise the user of a config would not see that its settings
 * are ignored. An open project file gets its findings like any other document.
 */
export class ProjectProblems {
  /** The published URIs by canonical URI, because the client may open the file by another name. */
  private readonly published = new Map<string, string>();
  /** Problems of the records named in project files, by folder. */
  private readonly records = new Map<string, readonly RecordProblem[]>();
  /** The project files of open documents, by folder. */
  private readonly projects = new Map<string, FoundProject>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
  ) {}

  /** The problems of a project file, open or not. */
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

  /** Call after the records named in a folder were searched. */
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

  /** Clears the problems of project files without open documents. */
  keepOnly(governing: ReadonlySet<string>): void {
    for (const uri of [...this.published.values()]) if (!governing.has(uri)) this.clear(uri);
    for (const [key, { uri }] of this.projects) if (!governing.has(uri)) this.projects.delete(key);
  }

  /** Call before the files are read again, to clear the problems of deleted ones. */
  clearAll(): void {
    for (const uri of [...this.published.values()]) this.clear(uri);
    this.projects.clear();
  }
}
