import {
  Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ExplainNodesParams,
  type ExplainNodesResult,
  explainNodesRequest,
} from '../../server/src/protocol.ts';
import { nameOf, openConfigFirst } from './coverage/configs.ts';
import { pickText } from './pick-text.ts';

const scheme = 'hotfix-nodes';

/** Shows what real nodes do with a config, in a read-only document of its own. */
export class NodeReports implements TextDocumentContentProvider, Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscription = Disposable.from(
    this.changed,
    workspace.registerTextDocumentContentProvider(scheme, this),
    workspace.onDidCloseTextDocument(({ uri }) => void this.texts.delete(uri.toString())),
  );

  dispose(): void {
    this.subscription.dispose();
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** `config` is the URI of an open one. */
  async explain(client: BaseLanguageClient | undefined, config: string | undefined): Promise<void> {
    if (!client || config === undefined) {
      void window.showInformationMessage(openConfigFirst);
      return;
    }
    const nodes = await pickText(
      'Explain for Nodes: output of "kubectl get nodes -o json", or one image per line',
    );
    if (nodes === undefined) return;
    const params: ExplainNodesParams = { uri: config, nodes };
    const result = await client.sendRequest<ExplainNodesResult | null>(explainNodesRequest, params);
    if (!result) void window.showInformationMessage(openConfigFirst);
    else if ('problem' in result)
      void window.showErrorMessage(`Cannot read the list of nodes: ${result.problem}.`);
    else await this.show(config, result.text);
  }

  private async show(config: string, text: string): Promise<void> {
    const uri = Uri.from({ scheme, path: `/Nodes with ${nameOf(config)}.txt` });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri), ViewColumn.Beside);
  }
}
