import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TargetSteps } from '../coverage-types.ts';
import {
  type Coverage,
  type CoverageParams,
  coverageRequest,
  type NodeSteps,
  type NodeStepsParams,
  nodeStepsRequest,
} from '../protocol.ts';
import { coverageOf } from '../service/answers/coverage.ts';
import { nodeImages } from '../service/answers/node-images.ts';
import { stepsOf } from '../service/answers/node-steps.ts';
import { summarize } from '../service/answers/status.ts';
import { unreadableBecause } from '../service/findings/unreadable.ts';
import type { Baseline } from './baselines.ts';
import type { Checked, Checker } from './checker.ts';
import { toRange } from './convert.ts';
import { textIn } from './params.ts';

/** Answers the requests of the coverage view for a document. */
export function answerCoverage(connection: Connection, checker: Checker): void {
  connection.onRequest(coverageRequest, (params: CoverageParams) =>
    checker.ask(textIn(params, 'uri'), (document, checked) =>
      coverage(document, checked, params.compare ? checked.baseline : undefined),
    ),
  );
  connection.onRequest(nodeStepsRequest, (params: NodeStepsParams) => {
    const [uri, baked] = [textIn(params, 'uri'), textIn(params, 'baked')];
    return checker.ask(uri, (document, checked) => nodeSteps(document, checked, baked));
  });
}

type Answering = Pick<Checked, 'analysis' | 'options'>;

export function coverage(
  document: TextDocument,
  { analysis, options }: Answering,
  baseline?: Baseline,
): Coverage {
  const status = summarize(analysis, options.catalogue);
  const { bases, images } = coverageOf(analysis, { ...options, before: baseline?.config });
  const problem = status.readable ? null : unreadableBecause(analysis);
  return {
    uri: document.uri,
    version: document.version,
    ...status,
    problem: problem && { message: problem.message(), range: toRange(document, problem) },
    comparedWith: baseline?.revision ?? null,
    images,
    bases: bases.map(({ entry, ...base }) => ({
      ...base,
      entry: entry && { ...entry, range: toRange(document, entry.range) },
    })),
  };
}

export function nodeSteps(
  document: TextDocument,
  { analysis, options }: Answering,
  baked: string,
): NodeSteps {
  const part = (what: 'binary' | 'scripts'): TargetSteps => {
    const { steps, ...answer } = stepsOf(analysis, baked, what, options.catalogue);
    return {
      ...answer,
      steps: steps.map((step) => ({ ...step, range: step.range && toRange(document, step.range) })),
    };
  };
  return {
    baked,
    images: nodeImages(analysis, baked, options.catalogue),
    binary: part('binary'),
    scripts: part('scripts'),
  };
}
