import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Range as Offsets } from '../model/index.ts';
import type { Level } from '../rules/index.ts';
import type { Finding, RelatedRange } from '../service/findings/finding.ts';
import { leftOut } from '../service/findings/most-important.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import { ConfigDocument } from './config-document.ts';

export const source = 'hotfix';

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toRange(document: TextDocument, { start, end }: Offsets): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

/** Edits of a config; undefined if the scalar of a manifest cannot hold them. */
export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] | undefined {
  if (document instanceof ConfigDocument) return document.textEdits(edits);
  return edits.map((edit) => toTextEdit(document, edit));
}

function locationOf(document: TextDocument, { payload, ...range }: RelatedRange): Location {
  if (!payload?.file) return { uri: document.uri, range: toRange(document, range) };
  const { file, text } = payload;
  return { uri: file, range: toRange(TextDocument.create(file, 'yaml', 0, text), range) };
}

/** The address of a rule page. */
export type RulePages = (ruleId: string) => string;

/** Converts findings to diagnostics, within the capabilities of the client. */
export class DiagnosticConverter {
  constructor(
    private readonly capabilities: ResolvedCapabilities,
    private readonly addressOf: RulePages | undefined,
  ) {}

  toDiagnostic(document: TextDocument, finding: Finding): Diagnostic {
    const { relatedInformation, unnecessaryTag } = this.capabilities;
    return {
      range: toRange(document, finding),
      severity: severities[finding.level],
      code: finding.ruleId,
      ...this.codeDescription(finding),
      source,
      message: finding.message(),
      ...(finding.unnecessary && unnecessaryTag && { tags: [DiagnosticTag.Unnecessary] }),
      ...(finding.related.length > 0 &&
        relatedInformation && {
          relatedInformation: finding.related.map((related) => ({
            location: locationOf(document, related),
            message: related.message(),
          })),
        }),
    };
  }

  /** One diagnostic for all findings that are not shown, with the highest of their severities. */
  leftOut(left: readonly Finding[], worst: Level): Diagnostic {
    const top = { line: 0, character: 0 };
    return { range: { start: top, end: top }, severity: severities[worst], source, message: leftOut(left) };
  }

  private codeDescription({ ruleId }: Finding): { codeDescription?: CodeDescription } {
    if (!this.capabilities.codeDescription || !this.addressOf) return {};
    return { codeDescription: { href: this.addressOf(ruleId) } };
  }
}
