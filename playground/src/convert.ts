import {
  type editor,
  type IMarkdownString,
  languages,
  MarkerSeverity,
  MarkerTag,
  Uri,
} from 'monaco-editor/editor';
import {
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type InlayHint,
  MarkupContent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/browser';
import { content } from './content.ts';
import { editorPosition, editorRange } from './positions.ts';

const severities = {
  [DiagnosticSeverity.Error]: MarkerSeverity.Error,
  [DiagnosticSeverity.Warning]: MarkerSeverity.Warning,
  [DiagnosticSeverity.Information]: MarkerSeverity.Info,
  [DiagnosticSeverity.Hint]: MarkerSeverity.Hint,
} as const;

/** The address of the page about a rule. */
export function rulePage(id: string): string {
  return new URL(content.rulePages.replace('{id}', encodeURIComponent(id)), document.baseURI).href;
}

export function toMarker({
  range,
  severity,
  code,
  source,
  message,
  ...more
}: Diagnostic): editor.IMarkerData {
  const id = String(code ?? '');
  return {
    ...editorRange(range),
    severity: severities[severity ?? DiagnosticSeverity.Error],
    code: { value: id, target: Uri.parse(rulePage(id)) },
    source: source ?? '',
    message: textOf(message),
    tags: more.tags?.includes(DiagnosticTag.Unnecessary) ? [MarkerTag.Unnecessary] : [],
    relatedInformation: (more.relatedInformation ?? []).map(({ location, message }) => ({
      ...editorRange(location.range),
      resource: Uri.parse(location.uri),
      message,
    })),
  };
}

/** A later protocol version allows markup in messages. This server sends text. */
export function textOf(message: string | MarkupContent): string {
  return typeof message === 'string' ? message : message.value;
}

/** Untrusted: nothing in it becomes a command or HTML. */
export function toMarkdown({ value }: MarkupContent): IMarkdownString {
  return { value, isTrusted: false, supportHtml: false };
}

export function toCompletion(
  { label, detail, documentation, filterText, sortText, textEdit, additionalTextEdits = [] }: CompletionItem,
  range: languages.CompletionItem['range'],
): languages.CompletionItem {
  const edit = textEdit && 'range' in textEdit ? textEdit : undefined;
  return {
    label,
    kind: languages.CompletionItemKind.Value,
    insertText: edit?.newText ?? label,
    additionalTextEdits: additionalTextEdits.map(({ range, newText }) => ({
      range: editorRange(range),
      text: newText,
    })),
    range: edit ? editorRange(edit.range) : range,
    ...(detail !== undefined && { detail }),
    ...(filterText !== undefined && { filterText }),
    ...(sortText !== undefined && { sortText }),
    ...(documentation && {
      documentation: typeof documentation === 'string' ? documentation : toMarkdown(documentation),
    }),
  };
}

export function toHint({ position, label, paddingLeft = false, tooltip }: InlayHint): languages.InlayHint {
  return {
    position: editorPosition(position),
    label: typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    paddingLeft,
    ...(MarkupContent.is(tooltip) && { tooltip: toMarkdown(tooltip) }),
  };
}

export function toAction(
  { title, kind, isPreferred }: CodeAction,
  edit: WorkspaceEdit,
  resource: Uri,
): languages.CodeAction {
  const { version, edits } = editsOf(edit);
  return {
    title,
    ...(kind !== undefined && { kind }),
    ...(isPreferred !== undefined && { isPreferred }),
    edit: {
      edits: edits.map(({ range, newText }) => ({
        resource,
        versionId: version ?? undefined,
        textEdit: { range: editorRange(range), text: newText },
      })),
    },
  };
}

export interface VersionedEdits {
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** The edits of the only document. */
export function editsOf({ documentChanges = [] }: WorkspaceEdit): VersionedEdits {
  const [change] = documentChanges.flatMap((change) => ('textDocument' in change ? [change] : []));
  if (!change) return { version: null, edits: [] };
  const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
  return { version: change.textDocument.version, edits };
}
