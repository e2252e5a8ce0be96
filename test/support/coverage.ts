import { TextDocument } from 'vscode-languageserver-textdocument';
import { coverage, nodeSteps } from '../../server/src/lsp/coverage.ts';
import {
  Analysis,
  type BakedVersion,
  Catalogue,
  type FleetRecord,
  isVersion,
} from '../../server/src/model/index.ts';
import type { Coverage, NodeSteps } from '../../server/src/protocol.ts';
import { today } from './markers.ts';

export interface KnownVersion {
  readonly version: string;
  readonly images?: readonly string[];
}

/** The server's answers for a config with these baked versions. */
export class Answering {
  private readonly catalogue: Catalogue;
  private version = 0;

  constructor(known: readonly KnownVersion[], bundled?: FleetRecord) {
    const baked = known.flatMap(({ version, images = [] }): BakedVersion[] =>
      isVersion(version) ? [{ version, images, records: [] }] : [],
    );
    this.catalogue = new Catalogue(baked, { bundled });
  }

  coverage(text: string, encoding?: string): Coverage {
    return coverage(...this.checked(text, encoding));
  }

  /** The changes between two configs. */
  comparison(before: string, now: string): Coverage {
    return coverage(...this.checked(now), { revision: 'HEAD', readings: new Analysis(before).readings });
  }

  /** The same once nodes that ask the live-patching service were served a text. */
  coverageServed(text: string, served: string): Coverage {
    return coverage(...this.checked(text), undefined, served);
  }

  nodeStepsServed(text: string, baked: string, served: string): NodeSteps {
    return nodeSteps(...this.checked(text), baked, served);
  }

  nodeSteps(text: string, baked: string, encoding?: string): NodeSteps {
    return nodeSteps(...this.checked(text, encoding), baked);
  }

  private checked(text: string, encoding?: string) {
    this.version += 1;
    const document = TextDocument.create('file:///fleet-hotfix.json', 'json', this.version, text);
    const options = { levels: {}, catalogue: this.catalogue, today };
    return [document, { analysis: new Analysis(text, encoding), options }] as const;
  }
}

/** That many baked versions: four bases a month from January 2023, mostly one patch, some with three. */
export function manyVersions(count: number): KnownVersion[] {
  const bases = Array.from({ length: count }, (_, i) => {
    const [month, day] = [Math.floor(i / 4), 3 + (i % 4) * 7];
    const [year, inYear] = [2023 + Math.floor(month / 12), (month % 12) + 1];
    return `${year}${String(inYear).padStart(2, '0')}.${String(day).padStart(2, '0')}`;
  });
  const images = ['Ubuntu 22.04 gen2', 'Ubuntu 24.04 gen2', 'Azure Linux v3 arm64 gen2'];
  return bases
    .flatMap((base, i) =>
      (i % 9 === 4 ? [0, 2, 5] : [0]).map((patch) => ({ version: `${base}.${patch}`, images })),
    )
    .slice(0, count);
}
