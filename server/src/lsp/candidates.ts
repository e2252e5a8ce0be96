import type { Connection } from 'vscode-languageserver';
import {
  type AddHotfixesParams,
  type AddHotfixesResult,
  addHotfixesRequest,
  type CandidateBase,
  type CandidatesParams,
  candidatesRequest,
} from '../protocol.ts';
import { addHotfixes, candidatesOf } from '../service/answers/candidates.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { Checker } from './checker.ts';
import { toTextEdits } from './convert.ts';
import { textIn } from './params.ts';

/** Answers which bases can get a hotfix, and adds entries for them. */
export function answerCandidates(
  connection: Connection,
  checker: Checker,
  { versionedEdits }: Pick<ResolvedCapabilities, 'versionedEdits'>,
): void {
  connection.onRequest<readonly CandidateBase[] | null, void>(
    candidatesRequest,
    async (params: CandidatesParams) => {
      const uri = textIn(params, 'uri');
      await checker.recordsFound(uri);
      return checker.ask(uri, (_, { analysis, options }) =>
        candidatesOf(analysis, options).map((candidate) => ({ ...candidate, why: candidate.why ?? null })),
      );
    },
  );
  connection.onRequest<AddHotfixesResult | null, void>(
    addHotfixesRequest,
    async (params: AddHotfixesParams) => {
      const uri = textIn(params, 'uri');
      const bases: unknown[] = Array.isArray(params.bases) ? [...params.bases] : [];
      await checker.recordsFound(uri);
      return checker.ask(uri, (document, { analysis, options }): AddHotfixesResult => {
        const named = bases.filter((base) => typeof base === 'string');
        const result = addHotfixes(analysis, named, options.catalogue);
        if ('problem' in result) return result;
        const edits = toTextEdits(document, [result.edit]);
        if (!edits) return { problem: 'The text in this manifest cannot hold more lines.' };
        const { version } = document;
        const edit = versionedEdits
          ? { documentChanges: [{ textDocument: { uri: document.uri, version }, edits }] }
          : { changes: { [document.uri]: edits } };
        return { edit, added: result.added };
      });
    },
  );
}
