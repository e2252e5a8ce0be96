import { type CancellationToken, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { quote } from '../../../server/src/model/quote.ts';
import { configNames } from '../../../server/src/names.ts';
import {
  type Coverage,
  type CoverageParams,
  coverageRequest,
  type NodeSteps,
  type NodeStepsParams,
  nodeStepsRequest,
} from '../../../server/src/protocol.ts';
import { fileInside, type RealUri } from '../real-uri.ts';
import { describe } from './description.ts';
import { findConfig, isOpen } from './find-config.ts';
import type { ToolInput } from './tool-input.ts';

export interface Sources {
  readonly client: BaseLanguageClient;
  readonly realUri: RealUri;
  /** Resolves when the server has registered for configs. */
  readonly documentsAreChosen: Promise<void>;
  /** Whether the server treats an open document as a config. */
  isConfig(uri: string): boolean;
  /** Resolves when the server has the baseline of an open config, if there is one. */
  headIsKnown(uri: string): Promise<void>;
}

/** Describes what a config does, for a language model. Thrown errors are for the model too. */
export async function answer(input: ToolInput, sources: Sources, token: CancellationToken): Promise<string> {
  const { client } = sources;
  await client.start();
  await sources.documentsAreChosen;
  // The server uses the open documents, including unsaved changes.
  const config = await findConfig(textOf(input.file), sources.isConfig);
  if (await leadsOut(config, sources.realUri))
    throw new Error(
      `${quote(workspace.asRelativePath(config))} is not read: a symbolic link leads out of the workspace.`,
    );
  const document = await workspace.openTextDocument(config);
  const name = workspace.asRelativePath(document.uri);
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const coverage = (compare: boolean) => {
    const params: CoverageParams = { uri, compare };
    return client.sendRequest<Coverage | null>(coverageRequest, params, token);
  };
  const alone = await coverage(false);
  if (!alone) return noConfig(name);
  const compare = input.compareWithHead !== false;
  if (compare) await sources.headIsKnown(document.uri.toString());
  const baked = textOf(input.baked);
  const params: NodeStepsParams = { uri, baked: baked ?? '' };
  const nodeSteps =
    baked === undefined ? null : await client.sendRequest<NodeSteps | null>(nodeStepsRequest, params, token);
  return describe({
    name,
    hasUnsavedChanges: document.isDirty,
    coverage: (compare ? await coverage(true) : alone) ?? alone,
    nodeSteps,
    isCompared: compare,
  });
}

/** A file that the user opened may be read, even through links. */
async function leadsOut(file: Uri, realUri: RealUri): Promise<boolean> {
  const folder = workspace.getWorkspaceFolder(file)?.uri;
  return !isOpen(file) && folder !== undefined && (await fileInside(file, folder, realUri)) === undefined;
}

/** A model sends an empty text for "no value". */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function noConfig(name: string): string {
  return `${quote(name)} is not a hotfix config. Its name or content does not match (${configNames.join(', ')}), and neither "hotfixConfig.files" nor "files" in .hotfixrc.json names it.`;
}
