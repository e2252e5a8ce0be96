import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mostImportant } from '../service/most-important.ts';
import { isProjectFile } from '../service/names.ts';
import { pathOf } from '../service/uri.ts';
import type { Abilities } from './abilities.ts';
import type { Checked, Checker } from './checker.ts';
import type { DiagnosticConverter } from './convert.ts';
import type { Documents } from './documents.ts';
import type { EditedDocument } from './edited-document.ts';
import { onceKnown } from './once-known.ts';
import { projectDiagnostics } from './project-problems.ts';
import { unawaited } from './unawaited.ts';

/** Brings findings to the client: it pulls them where it can, otherwise every version of a document is published. */
export class Diagnostics {
  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly checker: Checker,
    private readonly converter: DiagnosticConverter,
    private readonly abilities: Abilities,
    private readonly onChecked: (document: TextDocument, checked: Checked) => void,
  ) {}

  listen(): void {
    const { texts } = this.documents;
    if (this.abilities.pullsDiagnostics) {
      const report = (items: Diagnostic[]): DocumentDiagnosticReport => ({ kind: 'full', items });
      this.connection.languages.diagnostics.on(({ textDocument }) => {
        const document = texts.get(textDocument.uri);
        return onceKnown(document ? this.of(document) : [], report);
      });
      return;
    }
    texts.onDidChangeContent(({ document }) => this.publish(document));
    texts.onDidClose(({ document: { uri } }) => {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  }

  /** Findings may have changed without an edit: settings, project files, an encoding. */
  refresh(): void {
    if (!this.abilities.pullsDiagnostics)
      for (const document of this.documents.texts.all()) this.publish(document);
    else if (this.abilities.refreshesDiagnostics)
      unawaited(this.connection, this.connection.languages.diagnostics.refresh());
  }

  private publish(document: EditedDocument): void {
    const { uri, version } = document;
    const send = (diagnostics: Diagnostic[]) => {
      // While the settings were asked for, the document may have changed or gone; then a newer one is on its way.
      const current = this.documents.texts.get(uri);
      if (current === document && current.version === version) {
        void this.connection.sendDiagnostics({ uri, version, diagnostics });
      }
    };
    const sent = onceKnown(this.of(document), send);
    if (sent instanceof Promise) unawaited(this.connection, sent);
  }

  private of(document: EditedDocument): Diagnostic[] | Promise<Diagnostic[]> {
    return onceKnown(this.checker.check(document), (checked) => this.convert(document, checked));
  }

  private convert(document: EditedDocument, checked: Checked | undefined): Diagnostic[] {
    if (!checked) return isProjectFile(pathOf(document.uri)) ? projectDiagnostics(document) : [];
    this.onChecked(document, checked);
    const { shown, left } = mostImportant(
      this.checker.shown(document, checked),
      this.documents.edited(document),
    );
    const diagnostics = shown.map((finding) => this.converter.toDiagnostic(document, finding));
    const [worst] = left;
    return worst ? [...diagnostics, this.converter.leftOut(left, worst.level)] : diagnostics;
  }
}
