import type { Connection } from 'vscode-languageserver';
import { withEscapes } from '../model/index.ts';
import { type ExplainNodesParams, type ExplainNodesResult, explainNodesRequest } from '../protocol.ts';
import { answersFor } from '../service/answers/node-answers.ts';
import { howToList, readNodeList } from '../service/answers/node-list.ts';
import { nodeTable } from '../service/answers/node-table.ts';
import { summarize } from '../service/answers/status.ts';
import type { Checker } from './checker.ts';
import { textIn } from './params.ts';

/** Answers what nodes of a list do with an open document. */
export function answerNodeLists(connection: Connection, checker: Checker): void {
  connection.onRequest<ExplainNodesResult | null, void>(
    explainNodesRequest,
    async (params: ExplainNodesParams) => {
      const uri = textIn(params, 'uri');
      const list = readNodeList(textIn(params, 'nodes'));
      await checker.recordsFound(uri);
      return checker.ask(uri, (_, { analysis, options }): ExplainNodesResult => {
        if ('problem' in list) return { problem: `${list.problem}; ${howToList}` };
        const { summary } = summarize(analysis, options.catalogue);
        const table = nodeTable(answersFor(list.nodes, analysis.readings, options.catalogue));
        return { text: [summary, ...table].map((line) => `${withEscapes(line)}\n`).join('') };
      });
    },
  );
}
