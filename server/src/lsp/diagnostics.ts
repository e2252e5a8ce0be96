import { type Connection, type Diagnostic, type DocumentDiagnosticReport, RAL } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mostImportant } from '../service/findings/most-important.ts';
import { isProjectFile } from '../service/settings/names.ts';
import { pathOf } from '../service/uri.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { AnyChecked, Checked, CheckedManifest, Checker } from './checker.ts';
import type { DiagnosticConverter } from './convert.ts';
import type { Documents } from './documents.ts';
import { onceKnown } from './once-known.ts';
import { documentIn } from './params.ts';
import type { ProjectProblems } from './project-problems.ts';
import { unawaited } from './unawaited.ts';
import type { UnusedLosses } from './unused-losses.ts';

/** Sends findings to the client: on request if it supports a refresh, otherwise after edits. */
export class Diagnostics {
  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly checker: Checker,
    private readonly converter: DiagnosticConverter,
    private readonly capabilities: ResolvedCapabilities,
    private readonly problems: ProjectProblems,
    private readonly unusedLosses: UnusedLosses,
    private readonly onChecked: (
      document: TextDocument,
      checked: Checked | CheckedManifest | undefined,
    ) => void,
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
    texts.onDidChangeContent(({ document }) => this.publishSoon(document));
    texts.onDidClose(({ document: { uri } }) => {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  }

  /** Call when findings may have changed without an edit: settings, project files, encoding. */
  async refresh(): Promise<void> {
    if (this.capabilities.pullsDiagnostics) await this.connection.languages.diagnostics.refresh();
    else await Promise.all(this.documents.texts.all().map((document) => this.publish(document)));
  }

  /** Skips closed documents, and a version that has changed during the wait for settings: a change is published itself. */
  private async publish(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const isCurrent = () => this.documents.texts.get(uri) === document && document.version === version;
    const ask = () => this.checker.checkAny(document);
    let checked = ask();
    while (checked instanceof Promise) {
      await checked;
      if (!isCurrent()) return;
      checked = ask();
    }
    const diagnostics = await this.convert(document, checked);
    if (isCurrent()) void this.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** Publishes only the last version of a burst of changes. The findings of the others would not be seen. */
  private publishSoon(document: TextDocument): void {
    const { version } = document;
    const { setImmediate } = RAL().timer;
    const publish = () => {
      if (this.documents.texts.get(document.uri) === document && document.version === version)
        unawaited(this.connection, this.publish(document));
    };
    // Each turn handles one message: after two turns without a change, no change is waiting.
    setImmediate(() => setImmediate(publish));
  }

  private of(document: TextDocument): Diagnostic[] | Promise<Diagnostic[]> {
    const asked = this.checker.checkAny(document);
    return asked instanceof Promise
      ? asked.then((checked) => this.convert(document, checked))
      : this.convert(document, asked);
  }

  private convert(document: TextDocument, checked: AnyChecked): Diagnostic[] | Promise<Diagnostic[]> {
    if (checked && 'payload' in checked)
      return checked.findings.map((finding) => this.converter.toDiagnostic(document, finding));
    this.onChecked(document, checked);
    if (!checked) return isProjectFile(pathOf(document.uri)) ? this.ofProject(document) : [];
    const { shown, left } = mostImportant(
      this.checker.shown(document, checked),
      this.documents.edited(document),
    );
    const diagnostics = shown.map((finding) => this.converter.toDiagnostic(document, finding));
    const [worst] = left;
    return worst ? [...diagnostics, this.converter.leftOut(left, worst.level)] : diagnostics;
  }

  private async ofProject(document: TextDocument): Promise<Diagnostic[]> {
    return [...this.problems.diagnostics(document), ...(await this.unusedLosses.diagnostics(document))];
  }
}
