import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TargetSteps } from '../coverage-types.ts';
import { type Analysis, type Catalogue, type Range, trimSpace } from '../model/index.ts';
import {
  type Coverage,
  type CoverageParams,
  coverageRequest,
  type NodeSteps,
  type NodeStepsParams,
  nodeStepsRequest,
} from '../protocol.ts';
import { propertyRange } from '../rules/edits.ts';
import { coverageOf } from '../service/answers/coverage.ts';
import { nodeImages } from '../service/answers/node-images.ts';
import { stepsOf } from '../service/answers/node-steps.ts';
import { outcomeOf } from '../service/answers/outcome.ts';
import { analysisServed, analysisServedTo, servedSentence } from '../service/answers/served.ts';
import { summarize } from '../service/answers/status.ts';
import { unreadableBecause } from '../service/findings/unreadable.ts';
import { isRecord } from '../service/record.ts';
import { fromBase64 } from './base64.ts';
import { Baseline } from './baselines.ts';
import type { Checked, Checker } from './checker.ts';
import { toRange } from './convert.ts';
import { textIn } from './params.ts';

/** Answers the requests of the coverage view for a document. */
export function answerCoverage(connection: Connection, checker: Checker): void {
  connection.onRequest(coverageRequest, (params: CoverageParams) =>
    checker.ask(textIn(params, 'uri'), (document, checked) =>
      coverage(document, checked, baselineIn(params, checked), servedIn(params)),
    ),
  );
  connection.onRequest(nodeStepsRequest, (params: NodeStepsParams) => {
    const [uri, baked] = [textIn(params, 'uri'), textIn(params, 'baked')];
    return checker.ask(uri, (document, checked) => nodeSteps(document, checked, baked, servedIn(params)));
  });
}

/** A client may send anything. */
function baselineIn({ compare }: { readonly compare?: unknown }, { baseline }: Checked): Checked['baseline'] {
  if (compare === true) return baseline;
  const { revision, content } = isRecord(compare) ? compare : {};
  if (typeof revision !== 'string' || typeof content !== 'string') return undefined;
  return new Baseline(revision, fromBase64(content));
}

/** A client that knows nothing of it sends none. */
function servedIn({ served }: { readonly served?: unknown }): string | undefined {
  return typeof served === 'string' ? served : undefined;
}

type CheckedConfig = Pick<Checked, 'analysis' | 'options'>;

export function coverage(
  document: TextDocument,
  { analysis: file, options }: CheckedConfig,
  baseline?: Pick<Baseline, 'revision' | 'readings'>,
  served?: string,
): Coverage {
  const analysis = analysisServed(file, served);
  const status = summarize(analysis, options.catalogue);
  const { bases, images } = coverageOf(file, { ...options, before: baseline?.readings, served });
  const problem = status.readable ? null : unreadableBecause(analysis);
  return {
    uri: document.uri,
    version: document.version,
    ...status,
    problem: problem && { message: problem.message(), range: toRange(document, problem) },
    // A served entry is not in the document.
    voidEntries: (analysis === file ? voidEntriesIn(file, options.catalogue) : []).map((range) =>
      toRange(document, range),
    ),
    comparedWith: baseline?.revision ?? null,
    served: servedSentence(file, served),
    images,
    bases: bases.map(({ entry, ...base }) => ({
      ...base,
      entry: entry && { ...entry, range: toRange(document, entry.range) },
    })),
  };
}

/** Each click leads to the next one. */
const mostVoid = 1_000;

function voidEntriesIn(analysis: Analysis, catalogue: Catalogue): Range[] {
  if (!analysis.config) return [];
  return analysis.versionProperties
    .filter((property) => outcomeOf(analysis, property, catalogue).isVoid)
    .slice(0, mostVoid)
    .map(propertyRange);
}

export function nodeSteps(
  document: TextDocument,
  { analysis: file, options }: CheckedConfig,
  baked: string,
  served?: string,
): NodeSteps {
  const generation = options.catalogue.get(trimSpace(baked))?.generation;
  const analysis = analysisServedTo(generation ?? 'current', file, served);
  const text = servedSentence(file, served, generation);
  const first = text === null ? [] : [{ passed: true, text, range: null }];
  const part = (what: 'binary' | 'scripts'): TargetSteps => {
    const { steps, ...answer } = stepsOf(analysis, baked, what, options.catalogue);
    // A served text has no range in the document.
    const rangeOf = (range: Range | null) => (range && analysis === file ? toRange(document, range) : null);
    return {
      ...answer,
      steps: [...first, ...steps.map((step) => ({ ...step, range: rangeOf(step.range) }))],
    };
  };
  return {
    baked,
    images: nodeImages(analysis, baked, options.catalogue),
    binary: part('binary'),
    scripts: part('scripts'),
  };
}
