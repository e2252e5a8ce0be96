import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readProjectFile } from '../service/project.ts';
import type { FoundProject } from '../service/project-lookup.ts';
import { keyOf } from '../service/uri.ts';
import { source, toRange } from './convert.ts';
import type { Documents } from './documents.ts';

/** The problems of a project file that is open. */
export function projectDiagnostics(document: TextDocument): Diagnostic[] {
  return readProjectFile(document.getText()).problems.map((problem) => ({
    range: toRange(document, problem),
    severity: DiagnosticSeverity.Error,
    source,
    message: problem.message,
  }));
}

/**
 * Publishes the problems of project files that nobody has open: somebody who looks at a config would never learn that
 * its settings are not in force. While such a file is open, its findings take the way of all others.
 */
export class ProjectProblems {
  /** The URIs that were published, by the place: the client may open the file by another name of it. */
  private readonly published = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
  ) {}

  found({ uri, text }: FoundProject): void {
    const isOpen = this.documents.texts.all().some((document) => keyOf(document.uri) === keyOf(uri));
    if (isOpen) return;
    const diagnostics = projectDiagnostics(this.documents.ofFile(uri, text));
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
  }

  /** Before the files are read anew: one that is gone leaves nothing behind. */
  clearAll(): void {
    for (const uri of [...this.published.values()]) this.clear(uri);
  }
}
