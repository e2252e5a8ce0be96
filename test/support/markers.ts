import { Analysis, Catalogue, isVersion, Payload, type Version } from '../../server/src/model/index.ts';
import type { ExampleVersion } from '../../server/src/rules/index.ts';
import {
  type AcceptedLoss,
  type CheckOptions,
  check,
  checkPayload,
  type Finding,
  type Levels,
} from '../../server/src/service/findings/finding.ts';

/** A finding as a caret line marks it: its range and its rule. */
export interface Mark {
  readonly ruleId: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const caretLine = /^(\s*)(\^+) ([\w-]+)$/;

/** Splits a marked text into the text and its marks. A caret line is about the nearest line of text above it. */
export function readMarked(marked: string): { text: string; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of marked.replace(/^\n/, '').split('\n')) {
    const [, indent = '', carets = '', ruleId = ''] = caretLine.exec(line) ?? [];
    if (carets === '') lines.push(line);
    else
      marks.push({ ruleId, line: lines.length - 1, from: indent.length, to: indent.length + carets.length });
  }
  return { text: lines.join('\n'), marks };
}

export function toMark(text: string, { ruleId, start, end }: Finding): Mark {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(0, start).split('\n').length - 1;
  return { ruleId, line, from: start - lineStart, to: end - lineStart };
}

/** A day inside the support window of every base in the tests, except tests about that window. */
export const today = '2026-07-01';

export function findingsIn(
  text: string,
  options: Partial<CheckOptions> = {},
  encoding?: string,
  isServed = false,
): Finding[] {
  const analysis = isServed ? Analysis.served(text) : new Analysis(text, encoding);
  return check(analysis, { levels: {}, today, ...options });
}

export function catalogueOf(versions: readonly (string | ExampleVersion)[], branch?: string): Catalogue {
  const known = versions.map((one) =>
    typeof one === 'string' ? { version: one, controller: undefined } : one,
  );
  const current = isVersion(branch ?? '') ? [{ version: branch as Version, images: [], records: [] }] : [];
  return new Catalogue([
    ...current.map((one) => ({ ...one, isCurrentAlone: true as const })),
    ...known.flatMap(({ version, controller }) =>
      isVersion(version) ? [{ version, images: [], records: [], generation: controller }] : [],
    ),
  ]);
}

/** The context of a text. */
export interface Surroundings {
  readonly known?: readonly (string | ExampleVersion)[];
  /** More than versions: images, and records of published patches. */
  readonly catalogue?: Catalogue;
  /** The text of the config to compare with. */
  readonly before?: string;
  /** The payload in AgentBaker's layout, and the one to compare with. */
  readonly payload?: string;
  readonly payloadBefore?: string;
  readonly today?: string;
  readonly encoding?: string;
  /** It is not a file, but a map that the live-patching service serves. */
  readonly isServed?: boolean;
  readonly levels?: Levels;
  readonly acceptedLosses?: readonly AcceptedLoss[];
}

export function findingsAmong(text: string, surroundings: Surroundings): Finding[] {
  return findingsIn(text, optionsIn(surroundings), surroundings.encoding, surroundings.isServed);
}

/** The findings of the payload; of no config if its text is undefined. */
export function payloadFindingsAmong(text: string | undefined, surroundings: Surroundings): Finding[] {
  const config = text === undefined ? undefined : new Analysis(text, surroundings.encoding);
  const payload = new Payload(surroundings.payload ?? '');
  return checkPayload(payload, config, { levels: {}, today, ...optionsIn(surroundings) });
}

function optionsIn(surroundings: Surroundings): Partial<CheckOptions> {
  const { known = [], catalogue = catalogueOf(known), before, payload, payloadBefore } = surroundings;
  const { encoding: _, before: __, known: ___, payloadBefore: ____, ...options } = surroundings;
  return {
    ...options,
    catalogue,
    baseline: before === undefined ? undefined : new Analysis(before).readings,
    payload: payload === undefined ? undefined : new Payload(payload),
    payloadBaseline: payloadBefore === undefined ? undefined : new Payload(payloadBefore),
  };
}
