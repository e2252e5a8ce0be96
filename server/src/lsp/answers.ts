import {
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  type Hover,
  type InlayHint,
  type MarkupContent,
  MarkupKind,
  type Position,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Catalogue, isRole } from '../model/index.ts';
import { showCoverageCommand } from '../protocol.ts';
import { codeLensOf } from '../service/answers/code-lens.ts';
import { completionsAt } from '../service/answers/completion.ts';
import type { CompletionAnswer } from '../service/answers/completion-answer.ts';
import { explainProperty, explainVersion, hoverAt } from '../service/answers/hover.ts';
import { inlayHintsIn } from '../service/answers/inlay-hints.ts';
import { type RichText, toMarkdown, toPlainText } from '../service/answers/markup.ts';
import { outcomeOf } from '../service/answers/outcome.ts';
import { statusHint } from '../service/answers/status.ts';
import { isRecord } from '../service/record.ts';
import { isUri } from '../service/uri.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { Checked, Checker, QuestionAt } from './checker.ts';
import { canInsert, insertedBy } from './completion-edit.ts';
import { type RulePages, toRange } from './convert.ts';
import { documentIn, rangeIn } from './params.ts';
import { ProjectAnswers } from './project-answers.ts';

/** The text of a completion and its range. */
type Proposal = Pick<NonNullable<CompletionAnswer['proposed']>, 'role'> & { readonly version: string };

/** Answers hover, hints, lenses and completion. */
export class Answers {
  private readonly ofProject: ProjectAnswers;

  constructor(
    private readonly checker: Checker,
    private readonly capabilities: ResolvedCapabilities,
    private readonly pages: RulePages | undefined,
    openText: (uri: string) => TextDocument | undefined,
  ) {
    this.ofProject = new ProjectAnswers(openText, capabilities);
  }

  listen(connection: Connection): void {
    const at =
      <T>(question: QuestionAt<T>) =>
      (params: unknown) =>
        this.checker.askAt(params, question);
    const hover = at((...question) => this.hover(...question));
    connection.onHover((params) => {
      const answer = this.ofProject.hover(params);
      return answer === undefined ? hover(params) : answer;
    });
    const completions = at((...question) => this.completions(...question));
    connection.onCompletion((params) => this.ofProject.completions(params) ?? completions(params));
    connection.onCompletionResolve((item) => this.resolveCompletion(item));
    connection.languages.inlayHint.on((params) => {
      const [uri, range] = [documentIn(params), rangeIn(params)];
      const hints = () =>
        this.checker.askEach(uri, (configs) =>
          configs.flatMap(({ document, checked }) => this.inlayHints(document, checked, range)),
        );
      // A client without a refresh request would keep answers from an incomplete catalogue.
      return this.capabilities.refreshesInlayHints ? hints() : this.checker.recordsFound(uri).then(hints);
    });
    connection.onCodeLens((params) => {
      const uri = documentIn(params);
      const lenses = () =>
        this.checker.askEach(uri, (configs) =>
          configs.flatMap(({ document, checked }, i) => this.codeLenses(document, checked, i === 0)),
        );
      return this.capabilities.refreshesCodeLenses ? lenses() : this.checker.recordsFound(uri).then(lenses);
    });
  }

  private hover(document: TextDocument, checked: Checked, position: Position): Hover | null {
    const offset = document.offsetAt(position);
    const answer = hoverAt(checked.analysis, offset, checked.options, checked.reasons);
    if (!answer) return null;
    return { contents: this.markup(answer.explanation), range: toRange(document, answer) };
  }

  private completions(document: TextDocument, checked: Checked, position: Position): CompletionItem[] {
    if (!canInsert(document, position)) return [];
    const { snippets, labelDetails } = this.capabilities;
    const found = completionsAt(checked.analysis, document.offsetAt(position), {
      ...checked.options,
      replacesQuotes: snippets,
    });
    return found.map(({ label, row, detail, edit, missingComma, snippet, proposed }, i) => ({
      label,
      ...(row !== undefined && labelDetails && { labelDetails: { detail: ` ${row}` } }),
      detail: row === undefined ? detail : `${row}, ${detail}`,
      kind: proposed ? CompletionItemKind.Value : CompletionItemKind.Property,
      sortText: String(i).padStart(6, '0'),
      ...filteredBy(label, document.getText().slice(edit.start, edit.end)),
      ...insertedBy(document, position, edit, snippets ? snippet : undefined),
      ...(missingComma !== undefined && {
        additionalTextEdits: [
          { range: toRange(document, { start: missingComma, end: missingComma }), newText: ',' },
        ],
      }),
      ...(proposed && { data: { uri: document.uri, ...proposed } }),
    }));
  }

  private async resolveCompletion(item: CompletionItem): Promise<CompletionItem> {
    const data: unknown = isRecord(item) ? item.data : undefined;
    if (!isProposalOf(data)) return item;
    const documentation = await this.checker.ask(data.uri, (_, checked) =>
      this.documentation(data, catalogueOf(checked)),
    );
    return documentation ? { ...item, documentation } : item;
  }

  private inlayHints(document: TextDocument, checked: Checked, { start, end }: Range): InlayHint[] {
    if (!checked.settings.inlayHints) return [];
    const range = { start: document.offsetAt(start), end: document.offsetAt(end) };
    const found = inlayHintsIn(checked.analysis, range, catalogueOf(checked), checked.options.baseline);
    return [
      ...this.statusHints(document, checked, range),
      ...found.map((hint) => this.inlayHint(document, checked, hint)),
    ];
  }

  private statusHints(
    document: TextDocument,
    checked: Checked,
    range: { readonly start: number; readonly end: number },
  ): InlayHint[] {
    const hint = this.capabilities.showsStatus
      ? undefined
      : statusHint(checked.analysis, catalogueOf(checked));
    if (!hint || hint.offset < range.start || hint.offset > range.end) return [];
    return [{ position: document.positionAt(hint.offset), label: hint.label, paddingLeft: true }];
  }

  private inlayHint(
    document: TextDocument,
    { analysis, reasons, ...checked }: Checked,
    { offset, label, property }: ReturnType<typeof inlayHintsIn>[number],
  ): InlayHint {
    // The finding already explains a void entry, and many entries can share a base.
    const isVoid = outcomeOf(analysis, property, checked.options.catalogue).isVoid;
    return {
      position: document.positionAt(offset),
      label,
      paddingLeft: true,
      ...(!isVoid && { tooltip: this.markup(explainProperty(analysis, property, checked.options, reasons)) }),
    };
  }

  /** Without our command, a client shows the text alone. The coverage of a document is that of its first config. */
  private codeLenses(
    document: TextDocument,
    { analysis, settings, options, baseline }: Checked,
    isFirst: boolean,
  ): CodeLens[] {
    const { uri } = document;
    const lens =
      settings.codeLens &&
      codeLensOf(analysis, { ...options, before: baseline?.readings, revision: baseline?.revision });
    if (!lens) return [];
    const { title, isLoss } = lens;
    const command =
      isFirst && this.capabilities.showsCoverage
        ? { title, command: showCoverageCommand, arguments: [uri, isLoss] }
        : { title, command: '' };
    return [{ range: toRange(document, lens), command }];
  }

  private documentation(proposal: Proposal, catalogue: Catalogue): MarkupContent {
    return this.markup(
      explainVersion(proposal.version, proposal.role, catalogue),
      this.capabilities.markdownDocumentation,
    );
  }

  private markup(explanation: RichText, markdown = this.capabilities.markdown): MarkupContent {
    return markdown
      ? { kind: MarkupKind.Markdown, value: toMarkdown(explanation, this.pages?.('fleet')) }
      : { kind: MarkupKind.PlainText, value: toPlainText(explanation) };
  }
}

function catalogueOf({ options }: Checked) {
  return options.catalogue;
}

/** A client may send anything. An item of another server gets no documentation, without an error. */
function isProposalOf(data: unknown): data is Proposal & { readonly uri: string } {
  return isRecord(data) && isUri(data['uri']) && typeof data['version'] === 'string' && isRole(data['role']);
}

/** A client such as CodeMirror compares the replaced text, with its quotes, with what is typed to keep an item. */
function filteredBy(label: string, replaced: string): { filterText?: string } {
  const [, before = '', after = ''] = /^("?)[^"]*("?)$/.exec(replaced) ?? [];
  return before + after === '' ? {} : { filterText: before + label + after };
}
