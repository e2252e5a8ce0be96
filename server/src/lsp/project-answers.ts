import {
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  InsertTextFormat,
  type Range as LspRange,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { projectCompletionsAt, projectHoverAt } from '../service/answers/project-answers.ts';
import { isProjectFile } from '../service/settings/names.ts';
import { pathOf } from '../service/uri.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import { toRange } from './convert.ts';
import { documentIn, positionIn } from './params.ts';

/** Completion and hover in `.hotfixrc.json`. VS Code's JSON support has them from the schema. */
export class ProjectAnswers {
  constructor(
    private readonly openText: (uri: string) => TextDocument | undefined,
    private readonly capabilities: ResolvedCapabilities,
  ) {}

  /** Undefined if the document is not a project file. */
  completions(params: unknown): CompletionItem[] | undefined {
    const document = this.documentIn(params);
    if (!document) return undefined;
    const found = projectCompletionsAt(document.getText(), document.offsetAt(positionIn(params)));
    return found.map(({ label, description, edit, caret, filter }) => ({
      label,
      kind: CompletionItemKind.Property,
      ...(description !== undefined && { documentation: description }),
      filterText: filter,
      ...this.inserted(toRange(document, edit), edit.text, caret),
    }));
  }

  private inserted(range: LspRange, text: string, caret: number): Partial<CompletionItem> {
    if (!this.capabilities.snippets) return { textEdit: { range, newText: text } };
    const escaped = (part: string) => part.replace(/[\\$}]/g, '\\$&');
    const newText = `${escaped(text.slice(0, caret))}$0${escaped(text.slice(caret))}`;
    return { textEdit: { range, newText }, insertTextFormat: InsertTextFormat.Snippet };
  }

  /** Undefined if the document is not a project file. */
  hover(params: unknown): Hover | null | undefined {
    const document = this.documentIn(params);
    if (!document) return undefined;
    const found = projectHoverAt(document.getText(), document.offsetAt(positionIn(params)));
    return found ? { contents: found.text, range: toRange(document, found) } : null;
  }

  private documentIn(params: unknown): TextDocument | undefined {
    if (this.capabilities.explainsRules) return undefined;
    const uri = documentIn(params);
    return isProjectFile(pathOf(uri)) ? this.openText(uri) : undefined;
  }
}
