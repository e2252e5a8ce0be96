import type { editor } from 'monaco-editor/editor';
import {
  type CodeAction,
  CodeActionRequest,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/browser';
import { protocolRange } from './positions.ts';

/** A finding with its fixes. */
export interface FixableFinding {
  readonly diagnostic: Diagnostic;
  readonly fixes: readonly CodeAction[];
}

export interface Findings {
  readonly findings: readonly FixableFinding[];
  /** Whether "fix all" may change anything. */
  readonly hasSafeFixes: boolean;
}

/** A config can have thousands of faults, and computing all their fixes takes seconds. */
export const mostShown = 100;

/** Combines findings and their fixes: one request for the whole document. */
export async function withFixes(
  connection: ProtocolConnection,
  model: editor.ITextModel,
  diagnostics: readonly Diagnostic[],
): Promise<Findings> {
  if (diagnostics.length > mostShown) {
    const findings = diagnostics.toSorted(compare).map((diagnostic) => ({ diagnostic, fixes: [] }));
    return { findings, hasSafeFixes: true };
  }
  const answer = await connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: model.uri.toString() },
    range: protocolRange(model.getFullModelRange()),
    context: { diagnostics: [] },
  });
  const actions = (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
  const fixes = new Map<string, CodeAction[]>();
  for (const action of actions) {
    const key = action.diagnostics?.[0] ? keyOf(action.diagnostics[0]) : '';
    fixes.set(key, [...(fixes.get(key) ?? []), action]);
  }
  return {
    findings: diagnostics
      .toSorted(compare)
      .map((diagnostic) => ({ diagnostic, fixes: fixes.get(keyOf(diagnostic)) ?? [] })),
    hasSafeFixes: actions.some(({ kind }) => kind?.startsWith('source.fixAll')),
  };
}

function keyOf({ code, range, message }: Diagnostic): string {
  return JSON.stringify([code, range, message]);
}

/** By severity, then by position. */
function compare(a: Diagnostic, b: Diagnostic): number {
  const [from, to] = [a.range.start, b.range.start];
  return (a.severity ?? 1) - (b.severity ?? 1) || from.line - to.line || from.character - to.character;
}
