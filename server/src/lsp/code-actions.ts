import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type Range as ProtocolRange,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Range } from '../model/index.ts';
import { isManifestPath } from '../names.ts';
import { fixAllKind, saveAsUtf8Command } from '../protocol.ts';
import type { Fix } from '../rules/index.ts';
import { fixesIn, refactoringsIn, touching, withProperties } from '../service/answers/actions.ts';
import { enablingScripts } from '../service/answers/enable-scripts.ts';
import type { Finding } from '../service/findings/finding.ts';
import { isRecord } from '../service/record.ts';
import { pathOf } from '../service/uri.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { AnyChecked, Checked, CheckedManifest, CheckedPayload, Checker } from './checker.ts';
import { type DiagnosticConverter, toTextEdit } from './convert.ts';
import { allFixes, haveSafeFix, isAnotherSafe, whyNotAllFixed } from './fix-all.ts';
import { onceKnown } from './once-known.ts';
import { editOf, type OpenText, otherFile } from './other-file.ts';
import { documentIn, rangeIn } from './params.ts';
import { ProjectActions } from './project-actions.ts';
import { isUnresolved, notOurs, type Unresolved } from './unresolved-action.ts';

/** An action whose edits are computed now or on resolve, as the client prefers. */
interface RequestedRange {
  readonly selected: Range;
  /** With the whole of the entries that it touches. */
  readonly range: Range;
}

interface Offered extends Omit<CodeAction, 'edit' | 'data' | 'kind'> {
  readonly kind: string;
  edits(): readonly Edit[] | WorkspaceEdit;
}

export class CodeActions {
  private readonly ofProject;

  constructor(
    private readonly checker: Checker,
    private readonly converter: DiagnosticConverter,
    private readonly capabilities: ResolvedCapabilities,
    private readonly openText: OpenText,
  ) {
    this.ofProject = new ProjectActions(checker, capabilities, openText);
  }

  listen(connection: Connection): void {
    this.ofProject.listen(connection);
    connection.onCodeAction((params) => {
      const [uri, range] = [documentIn(params), rangeIn(params)];
      const only: unknown = isRecord(params.context) ? params.context.only : undefined;
      const kinds = Array.isArray(only) ? only.filter((kind) => typeof kind === 'string') : undefined;
      return this.ask(uri, (document, checked) => this.offer(document, checked, range, kinds));
    });
    connection.onCodeActionResolve((action) => this.resolve(action));
  }

  /** A question about an open config, manifest or payload of scripts. */
  private ask<T>(
    uri: string,
    question: (document: TextDocument, checked: NonNullable<AnyChecked>) => T,
  ): T | null | Promise<T | null> {
    const document = this.openText(uri);
    if (!document) return null;
    return onceKnown<AnyChecked, T | null>(this.checker.checkAny(document), (checked) =>
      checked ? question(document, checked) : null,
    );
  }

  private offer(
    document: TextDocument,
    checked: NonNullable<AnyChecked>,
    range: ProtocolRange,
    only: readonly string[] | undefined,
  ): CodeAction[] {
    const start = document.offsetAt(range.start);
    const end = document.offsetAt(range.end);
    const offered = this.all(document, checked, { start, end }, only);
    const counts = new Map<string, number>();
    return offered.map(({ edits, ...action }) => {
      const { kind, title } = action;
      const index = counts.get(`${kind} ${title}`) ?? 0;
      counts.set(`${kind} ${title}`, index + 1);
      if (action.disabled) return action;
      if (!this.capabilities.resolvesEdits || action.command)
        return { ...action, ...this.edit(document, edits()) };
      const { uri, version } = document;
      const data: Unresolved = { uri, version, kind, start, end, index };
      return { ...action, data };
    });
  }

  private async resolve(action: CodeAction): Promise<CodeAction> {
    const data: unknown = isRecord(action) ? action.data : undefined;
    // An action of another server, or one with edits.
    if (data === undefined) return action;
    if (!isUnresolved(data)) throw new ResponseError(ErrorCodes.InvalidParams, notOurs);
    const { uri, version, kind, start, end, index } = data;
    const edit = await this.ask(uri, (document, checked) => {
      if (document.version !== version) return null;
      // With other settings or baked versions there may be other fixes.
      const offered = this.all(document, checked, { start, end }, [kind]);
      const same = offered.filter((one) => one.kind === kind && one.title === action.title)[index];
      return same ? this.edit(document, same.edits()) : null;
    });
    if (!edit) {
      throw new ResponseError(
        LSPErrorCodes.ContentModified,
        `${uri}, or what is known about it, has changed since the action was offered; ask for the actions again`,
      );
    }
    return { ...action, ...edit };
  }

  private all(
    document: TextDocument,
    checked: NonNullable<AnyChecked>,
    selected: Range,
    only: readonly string[] | undefined,
  ): Offered[] {
    const range = withWholeProperties(checked, selected);
    const wanted = (kind: string) => !only || only.some((requested) => isOf(requested, kind));
    if ('payload' in checked)
      return wanted(CodeActionKind.QuickFix)
        ? [...this.enabling(document, checked, range), ...this.aboutRules(document, checked, range)]
        : [];
    // VS Code shows source actions in a menu of their own. Others show all in one, and may apply an only action at once.
    const isOneMenu = only === undefined && !this.capabilities.explainsRules;
    const fixes = wanted(CodeActionKind.QuickFix)
      ? this.fixes(document, checked, { range, selected }, isOneMenu)
      : [];
    const hasFixAll = wanted(fixAllKind) && (!isOneMenu || fixes.length > 0);
    return [
      ...fixes,
      ...(wanted(CodeActionKind.QuickFix) ? this.aboutRules(document, checked, range) : []),
      ...(wanted(CodeActionKind.RefactorRewrite) ? refactorings(checked, range) : []),
      ...(hasFixAll ? this.fixAllActions(document, checked) : []),
    ];
  }

  /** The fixes at a range, most likely ones first, and all safe ones if there are others elsewhere. */
  private fixes(
    document: TextDocument,
    checked: Checked | CheckedManifest,
    at: RequestedRange,
    isOneMenu: boolean,
  ): Offered[] {
    const found = touching(checked.findings, at.range);
    const fixes = this.quickFixes(document, checked, at);
    const isOnly = fixes.length === 0 && !this.capabilities.explainsRules;
    if (isOneMenu || found.length === 0 || isOnly || !isAnotherSafe(checked.findings, found)) return fixes;
    const all = this.fixAllActions(document, checked).filter(({ disabled }) => !disabled);
    const title = 'Apply all safe fixes to this file';
    // Without diagnostics, because VS Code puts those that have some first.
    const quick = { kind: CodeActionKind.QuickFix, title };
    return [...fixes, ...all.map((action) => ({ ...action, ...quick }))];
  }

  private aboutRules(
    document: TextDocument,
    checked: Pick<Checked, 'settings' | 'findings'>,
    range: Range,
  ): Offered[] {
    const found = touching(checked.findings, range);
    const offered = this.ofProject.offered(document.uri, checked.settings, found);
    return offered.map(({ finding, ...action }) => ({
      ...action,
      kind: CodeActionKind.QuickFix,
      // VS Code puts those with diagnostics first, before the fixes of what its JSON support reports.
      ...(action.command ? {} : this.diagnostics(document, checked, [finding])),
    }));
  }

  /** One action for all configs of a document: a client applies the edits of several to different versions. */
  private fixAllActions(document: TextDocument, checked: Checked | CheckedManifest): Offered[] {
    const command =
      this.capabilities.savesAsUtf8 && !('configs' in checked) ? commandAfterSave(document, checked) : {};
    const action = { title: 'Normalize entries: apply all safe fixes', kind: fixAllKind };
    const why = whyNotAllFixed(checked);
    if (why !== undefined) {
      const disabled = { reason: `This file is not normalized: ${why}.` };
      return this.capabilities.disabledActions ? [{ ...action, disabled, edits: () => [] }] : [];
    }
    if (!command.command && !haveSafeFix(checked.findings)) return [];
    return [{ ...action, ...command, edits: () => allFixes(checked) }];
  }

  private quickFixes(
    document: TextDocument,
    checked: Pick<Checked, 'findings'>,
    { range, selected }: RequestedRange,
  ): Offered[] {
    return fixesIn(checked.findings, range, selected)
      .filter(({ fix }) => this.canApply(document, fix))
      .map(({ findings, fix, isSelected }) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        ...this.diagnostics(document, checked, findings),
        isPreferred: fix.safe && isSelected,
        edits: () =>
          fix.deletesFile ? { documentChanges: [{ kind: 'delete', uri: document.uri }] } : fix.edits,
        ...command(document, fix),
      }));
  }

  /** An untitled document has no file, and that of a manifest has more than the config. */
  private canApply({ uri }: TextDocument, { saveAsUtf8, deletesFile }: Fix): boolean {
    if (deletesFile)
      return this.capabilities.deletesFiles && !uri.startsWith('untitled:') && !isManifestPath(pathOf(uri));
    return !saveAsUtf8 || this.capabilities.savesAsUtf8;
  }

  /** The config is another file. */
  private enabling(document: TextDocument, checked: CheckedPayload, range: Range): Offered[] {
    const { findings, config, catalogue } = checked;
    const disabled = touching(findings, range).filter(({ messageId }) =>
      /^no-(?:gate|config)$/.test(messageId),
    );
    if (disabled.length === 0 || !(config.analysis || this.capabilities.createsFiles)) return [];
    const file = otherFile(this.openText, config.uri, config.analysis?.source.text);
    return enablingScripts(config.analysis, catalogue).map(({ title, text }) => ({
      title: `${title} in ${config.uri.slice(config.uri.lastIndexOf('/') + 1)}`,
      kind: CodeActionKind.QuickFix,
      ...this.diagnostics(document, checked, disabled),
      edits: () => editOf(file, text(), this.capabilities),
    }));
  }

  /** The diagnostics of the client, without those of its JSON support. */
  private diagnostics(
    document: TextDocument,
    checked: Pick<Checked, 'findings'>,
    findings: readonly Finding[],
  ): Pick<CodeAction, 'diagnostics'> {
    const shown = this.checker.shown(document, checked, findings);
    if (shown.length === 0) return {};
    return { diagnostics: shown.map((finding) => this.converter.toDiagnostic(document, finding)) };
  }

  private edit(document: TextDocument, edits: readonly Edit[] | WorkspaceEdit): { edit?: WorkspaceEdit } {
    if (!isEdits(edits)) return { edit: edits };
    if (edits.length === 0) return {};
    const { uri, version } = document;
    const textEdits = edits.map((edit) => toTextEdit(document, edit));
    const edit: WorkspaceEdit = this.capabilities.versionedEdits
      ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
      : { changes: { [uri]: textEdits } };
    return { edit };
  }
}

function isEdits(edits: readonly Edit[] | WorkspaceEdit): edits is readonly Edit[] {
  return Array.isArray(edits);
}

function command({ uri }: TextDocument, { title, saveAsUtf8 }: Fix): Pick<Offered, 'command'> {
  return saveAsUtf8 ? { command: { title, command: saveAsUtf8Command, arguments: [uri] } } : {};
}

/** The safe fix of an encoding, which is no edit. Actions on save run before the save, so it waits for that. */
function commandAfterSave({ uri }: TextDocument, { findings }: Checked): Pick<Offered, 'command'> {
  const encoding = findings.find(({ messageId }) => messageId === 'encoding');
  const fix = encoding?.fixes().find(({ safe, saveAsUtf8 }) => safe && saveAsUtf8);
  return fix ? { command: { title: fix.title, command: saveAsUtf8Command, arguments: [uri, true] } } : {};
}

/** With the whole of the entries and fields that it touches. The ranges of findings in a manifest are those of the manifest. */
function withWholeProperties(checked: NonNullable<AnyChecked>, range: Range): Range {
  if ('payload' in checked) return range;
  if (!('configs' in checked)) return withProperties(checked.analysis, range);
  const around = checked.configs.map(({ document: { config }, checked: { analysis } }) => {
    const inside = { start: config.toText(range.start), end: config.toText(range.end) };
    return config.toManifest(withProperties(analysis, inside));
  });
  return around.find(({ start, end }) => start <= range.start && range.end <= end) ?? range;
}

/** None in a manifest: nodes read only one field there. */
function refactorings(checked: Checked | CheckedManifest, range: Range): Offered[] {
  if ('configs' in checked) return [];
  return refactoringsIn(checked.analysis, range).map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    edits: () => edits,
  }));
}

/** The empty kind contains all others. */
function isOf(requested: string, kind: string): boolean {
  return requested === CodeActionKind.Empty || kind === requested || kind.startsWith(`${requested}.`);
}
