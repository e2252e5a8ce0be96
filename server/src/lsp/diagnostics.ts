import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mostImportant } from '../service/findings/most-important.ts';
import { isProjectFile } from '../service/settings/names.ts';
import { pathOf } from '../service/uri.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { Checked, Checker } from './checker.ts';
import type { DiagnosticConverter } from './convert.ts';
import type { Documents } from './documents.ts';
import { onceKnown } from './once-known.ts';
import { documentIn } from './params.ts';
import type { ProjectProblems } from './project-problems.ts';
import { unawaited } from './unawaited.ts';

/** Sends findings to the client: on request if it supports a refresh, otherwise after each edit. */
export class Diagnostics {
  /** The last published version of each document. */
  private readonly published = new WeakMap<TextDocument, number>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly checker: Checker,
    private readonly converter: DiagnosticConverter,
    private readonly capabilities: ResolvedCapabilities,
    private readonly problems: ProjectProblems,
    private readonly onChecked: (document: TextDocument, checked: Checked | undefined) => void,
  ) {}

  listen(): void {
    const { texts } = this.documents;
    if (this.capabilities.pullsDiagnostics) {
      const report = (items: Diagnostic[]): DocumentDiagnosticReport => ({ kind: 'full', items });
      this.connection.languages.diagnostics.on((params) => {
        const document = texts.get(documentIn(params));
        return onceKnown(document ? this.of(document) : [], report);
      });
      return;
    }
    texts.onDidChangeContent(({ document }) =>
      unawaited(this.connection, this.publish(document) ?? Promise.resolve()),
    );
    texts.onDidClose(({ document: { uri } }) => {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  }

  /** Call when findings may have changed without an edit: settings, project files, encoding. */
  async refresh(): Promise<void> {
    if (this.capabilities.pullsDiagnostics) await this.connection.languages.diagnostics.refresh();
    else await Promise.all(this.documents.texts.all().map((document) => this.publish(document)));
  }

  /** Synchronous if the settings are known. */
  private publish(document: TextDocument): Promise<void> | undefined {
    const { version } = document;
    const checked = this.checker.check(document);
    if (!(checked instanceof Promise)) {
      this.send(document, version, this.convert(document, checked));
      return undefined;
    }
    // Edits do not wait for settings, and each version is published.
    const text = document.getText();
    return this.publishOnceKnown(document, version, text, checked);
  }

  /** Uses the current settings, which may have changed while waiting. */
  private async publishOnceKnown(
    document: TextDocument,
    version: number,
    text: string,
    pending: Promise<unknown>,
  ): Promise<void> {
    await pending;
    if (this.documents.texts.get(document.uri) !== document) return;
    const isLatest = document.version === version;
    const state = isLatest ? document : this.documents.earlierVersion(document, version, text);
    const checked = this.checker.check(state);
    if (checked instanceof Promise) await this.publishOnceKnown(document, version, text, checked);
    else this.send(document, version, this.convert(state, checked));
  }

  /** Skips closed documents and outdated versions. */
  private send(document: TextDocument, version: number, diagnostics: Diagnostic[]): void {
    const { uri } = document;
    if (this.documents.texts.get(uri) !== document || version < (this.published.get(document) ?? 0)) return;
    this.published.set(document, version);
    void this.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  private of(document: TextDocument): Diagnostic[] | Promise<Diagnostic[]> {
    return onceKnown(this.checker.check(document), (checked) => this.convert(document, checked));
  }

  private convert(document: TextDocument, checked: Checked | undefined): Diagnostic[] {
    this.onChecked(document, checked);
    if (!checked) return isProjectFile(pathOf(document.uri)) ? this.problems.diagnostics(document) : [];
    const { shown, left } = mostImportant(
      this.checker.shown(document, checked),
      this.documents.edited(document),
    );
    const diagnostics = shown.map((finding) => this.converter.toDiagnostic(document, finding));
    const [worst] = left;
    return worst ? [...diagnostics, this.converter.leftOut(left, worst.level)] : diagnostics;
  }
}
