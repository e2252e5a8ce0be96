import { editor, Range } from 'monaco-editor/editor';
import {
  type CodeAction,
  type Diagnostic,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver-protocol/browser';
import { setText } from '../../coverage-view/src/elements.ts';
import type { LineRange } from '../../server/src/coverage-types.ts';
import {
  type BaselineParams,
  baselineNotification,
  type Coverage,
  type CoverageParams,
  coverageRequest,
  type NodeSteps,
  type NodeStepsParams,
  nodeStepsRequest,
  type StatusParams,
  statusNotification,
} from '../../server/src/protocol.ts';
import { Address } from './address.ts';
import { BakedDialog } from './baked-dialog.ts';
import { BaselinePane } from './baseline.ts';
import { content, type Example } from './content.ts';
import { editsOf, toMarker } from './convert.ts';
import { CoverageFrame } from './coverage.ts';
import { followDocument, replaceText } from './document.ts';
import { configEditor, configName, createEditor } from './editor.ts';
import { FindingList } from './finding-list.ts';
import { withFixes } from './findings.ts';
import { showGallery } from './gallery.ts';
import { LanguageClient } from './language-client.ts';
import { recall, remember } from './memory.ts';
import { showNoServer } from './no-server.ts';
import { byId } from './page.ts';
import { editorRange } from './positions.ts';
import { registerProviders } from './providers.ts';
import { type Shared, toBase64 } from './share.ts';

export async function openPlayground(worker: Worker): Promise<void> {
  await new Playground(await LanguageClient.start(worker)).start();
}

/** The page: an editor for one config, and the server's answers around it. */
class Playground {
  private readonly status = byId('status', HTMLElement);
  private readonly fixAll = byId('fix-all', HTMLButtonElement);
  private readonly editor = createEditor(byId('editor', HTMLElement), configEditor);
  private readonly model = modelOf(this.editor);
  private readonly uri = this.model.uri.toString();
  private readonly findings = new FindingList(byId('findings', HTMLElement), {
    goTo: (range) => this.reveal(range, 'go'),
    apply: (fix) => this.apply(fix),
  });
  private readonly baked = new BakedDialog(content.record, () => {
    this.address.forget();
    this.configure();
  });
  private readonly baseline = new BaselinePane(
    () => this.model.getValue(),
    () => {
      this.address.forget();
      this.compare();
    },
  );
  private readonly address = new Address(
    () => this.shared(),
    (shared) => this.load(shared),
  );
  private readonly coverage = new CoverageFrame(byId('coverage', HTMLIFrameElement), {
    name: configName,
    coverage: () => this.askCoverage(),
    nodeSteps: (baked) => this.askNodeSteps(baked),
    reveal: (range, how) => this.reveal(range, how),
    hasCursor: (range) => this.hasCursor(range),
    openBakedVersions: () => this.baked.open(),
    stopComparing: () => this.baseline.stop(),
    stopped: showNoServer,
  });
  /** Answers for an earlier text or for earlier settings are ignored. */
  private lastCheck = 0;

  constructor(private readonly client: LanguageClient) {
    showGallery(content.examples, (example) => this.loadExample(example));
    this.fixAll.addEventListener('click', () => void this.editor.getAction('editor.action.fixAll')?.run());
    this.editor.onDidChangeCursorPosition(() => this.coverage.postCursor());
    window.addEventListener('pagehide', () => remember(this.shared()));
  }

  async start(): Promise<void> {
    const { connection } = this.client;
    if (!(await this.address.read()))
      this.load(recall() ?? sharedOf({ text: content.examples[0]?.text ?? '' }));
    byId('first-text', HTMLElement).remove();
    this.model.onDidChangeContent(() => this.address.forget());
    connection.onNotification(PublishDiagnosticsNotification.type, ({ version, diagnostics }) => {
      if (version === this.model.getVersionId()) void this.show(diagnostics);
    });
    connection.onNotification(statusNotification, (status: StatusParams) => this.showStatus(status));
    registerProviders(this.client);
    await followDocument(connection, this.model);
  }

  private shared(): Shared {
    return { text: this.model.getValue(), ...this.baked.known, baseline: this.baseline.text };
  }

  private load({ text, baseline, ...known }: Shared): void {
    this.baked.known = known;
    this.configure();
    replaceText(this.editor, this.model, text);
    this.baseline.text = baseline;
    this.compare();
  }

  private loadExample(example: Example): void {
    this.load(sharedOf(example));
    this.address.forget();
    this.coverage.choose(example.baked?.[0] ?? null);
    this.editor.focus();
  }

  private configure(): void {
    void this.client.configure(this.baked.settings);
  }

  private compare(): void {
    const { text } = this.baseline;
    const baseline =
      text === null ? null : { revision: 'the baseline', content: toBase64(new TextEncoder().encode(text)) };
    const params: BaselineParams = { uri: this.uri, baseline };
    void this.client.connection.sendNotification(baselineNotification, params);
    this.coverage.refresh();
  }

  private async show(diagnostics: readonly Diagnostic[]): Promise<void> {
    editor.setModelMarkers(this.model, 'hotfix', diagnostics.map(toMarker));
    this.lastCheck += 1;
    const check = this.lastCheck;
    const { findings, hasSafeFixes } = await withFixes(this.client.connection, this.model, diagnostics);
    if (check !== this.lastCheck) return;
    this.findings.update(findings);
    this.fixAll.disabled = !hasSafeFixes;
  }

  private showStatus({ readable, summary }: StatusParams): void {
    setText(this.status, summary);
    this.status.classList.toggle('unreadable', !readable);
    this.coverage.refresh();
  }

  private apply({ edit }: CodeAction): void {
    const { version, edits } = editsOf(edit ?? {});
    if (version !== this.model.getVersionId()) return;
    this.editor.pushUndoStop();
    const changes = edits.map(({ range, newText }) => ({ range: editorRange(range), text: newText }));
    this.editor.executeEdits('playground', changes);
    this.editor.pushUndoStop();
  }

  private reveal(target: LineRange, how: 'look' | 'go'): void {
    const range = editorRange(target);
    this.editor.revealRangeInCenterIfOutsideViewport(range);
    if (how === 'look') {
      this.editor.setPosition(Range.getStartPosition(range));
      return;
    }
    this.editor.setSelection(range);
    this.editor.focus();
    // On a small screen it may be outside the visible part.
    this.editor.getContainerDomNode().scrollIntoView({ block: 'nearest' });
  }

  private hasCursor(target: LineRange): boolean {
    const position = this.editor.getPosition();
    return position !== null && Range.containsPosition(editorRange(target), position);
  }

  private askCoverage(): Promise<Coverage | null> {
    const params: CoverageParams = { uri: this.uri, compare: this.baseline.text !== null };
    return this.client.connection.sendRequest<Coverage | null>(coverageRequest, params);
  }

  private askNodeSteps(baked: string): Promise<NodeSteps | null> {
    const params: NodeStepsParams = { uri: this.uri, baked };
    return this.client.connection.sendRequest<NodeSteps | null>(nodeStepsRequest, params);
  }
}

function sharedOf({ text, baked, baseline }: Omit<Example, 'title'>): Shared {
  const known = { baked: baked?.join('\n') ?? '', hasRecord: baked === undefined };
  return { text, ...known, baseline: baseline ?? null };
}

function modelOf(target: editor.IStandaloneCodeEditor): editor.ITextModel {
  const model = target.getModel();
  if (!model) throw new Error('The editor was created without a document.');
  return model;
}
