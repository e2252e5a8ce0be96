import {
  type Catalogue,
  explainOutcome,
  nodeImageLabel,
  outcome,
  parseNodeImage,
  quote,
  type Readings,
  systemName,
} from '../../model/index.ts';
import { installedAs } from './installed.ts';
import type { ListedNode } from './node-list.ts';

/** What one node does with a config, in the form of `explain --nodes --format json`. */
export interface NodeAnswer extends ListedNode, ImageAnswer {}

interface ImageAnswer {
  /** Gallery and definition; null for a bare version, or if unknown. */
  readonly image: string | null;
  readonly baked: string | null;
  readonly os: string | null;
  /** Null if the version is not on record: it then counts as a current controller of that version. */
  readonly generation: string | null;
  readonly binary: {
    readonly asks: string | null;
    /** Whether the node ends with the hotfix binary; null if that is unknown. */
    readonly installs: boolean | null;
    readonly reason: string;
  };
  readonly scripts: { readonly applies: boolean | null; readonly reason: string };
}

/** Returns what each node does. Computed once per image, because its nodes do the same. */
export function answersFor(
  nodes: readonly ListedNode[],
  readings: Readings,
  catalogue: Catalogue,
): NodeAnswer[] {
  const known = new Map<string | null, ImageAnswer>();
  return nodes.map((listed) => {
    const answer = known.get(listed.label) ?? answerFor(listed.label, readings, catalogue);
    known.set(listed.label, answer);
    return { node: listed.node, label: listed.label, ...answer };
  });
}

function answerFor(label: string | null, readings: Readings, catalogue: Catalogue): ImageAnswer {
  if (label === null) return unknown(`the node has no label "${nodeImageLabel}"`);
  const named = parseNodeImage(label);
  if (!named) return unknown(`${quote(label)} is neither a node image name nor a baked version`);
  const { image = null, version, system } = named;
  const os = systemName(system) || null;
  if (version === undefined) {
    const reason = explainOutcome({ installs: false, code: 'windows' });
    return {
      ...{ image, baked: null, os, generation: null },
      binary: { asks: null, installs: false, reason },
      scripts: { applies: false, reason },
    };
  }
  const { generation } = catalogue.get(version) ?? {};
  const { decision, ...installed } = outcome(readings, version, {
    generation: generation ?? 'current',
    system,
  });
  const { binary, scripts } = decision;
  return {
    ...{ image, baked: version, os, generation: generation ?? null },
    binary: { asks: binary.asks, ...installedAs(binary.asks, installed) },
    scripts: { applies: scripts.applies, reason: explainOutcome(scripts.reason) },
  };
}

function unknown(reason: string): ImageAnswer {
  return {
    ...{ image: null, baked: null, os: null, generation: null },
    binary: { asks: null, installs: null, reason },
    scripts: { applies: null, reason },
  };
}
