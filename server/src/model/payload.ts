import type { Range } from './source.ts';

/** Lines of the template. Its generator writes them, and finds its block by them. */
export const payloadMarkers = {
  begin: '# ---- hotfix-scripts: auto-generated ----',
  end: '# ---- end hotfix-scripts ----',
} as const;

/** The hotfix scripts between two marker lines. */
export interface ScriptBlock {
  /** The marker line that begins it. */
  readonly begin: Range;
  /** The names of its scripts. */
  readonly names: readonly string[];
}

interface Marker extends Range {
  readonly is: keyof typeof payloadMarkers;
}

/**
 * AgentBaker's template with the scripts that a hotfix delivers. It is not valid YAML, so only its marker lines and the
 * names between them are read.
 */
export class Payload {
  readonly blocks: readonly ScriptBlock[];
  /** Marker lines without their counterpart. The text beside them is in no block. */
  readonly unpaired: readonly Marker[];
  /** The names of all scripts, each once. */
  readonly names: readonly string[];
  /** The same, and those beside a marker line without its counterpart, which get the benefit of the doubt. */
  private readonly delivered: ReadonlySet<string>;

  constructor(
    readonly text: string,
    /** Its name or URI, for links to it. */
    readonly file?: string,
  ) {
    const delivered = withoutTemplateComments(text);
    const markers = markersIn(delivered);
    const isBegin = ({ is }: Marker, at: number) => is === 'begin' && markers[at + 1]?.is === 'end';
    const isEnd = ({ is }: Marker, at: number) => is === 'end' && markers[at - 1]?.is === 'begin';
    this.unpaired = markers.filter((marker, at) => !isBegin(marker, at) && !isEnd(marker, at));
    this.blocks = markers.flatMap((begin, at) =>
      isBegin(begin, at)
        ? [{ begin, names: namesIn(delivered.slice(begin.end, markers[at + 1]?.start ?? text.length)) }]
        : [],
    );
    const inBlocks = new Set(this.blocks.flatMap(({ names }) => names));
    this.names = [...inBlocks];
    this.delivered = this.unpaired.length > 0 ? new Set(namesIn(delivered)) : inBlocks;
  }

  /** Whether some of its lines are about hotfixes: most of the time it has none. */
  get isAboutHotfixes(): boolean {
    return this.blocks.length + this.unpaired.length > 0;
  }

  /** Whether it certainly has no script. */
  get isEmpty(): boolean {
    return this.names.length + this.unpaired.length === 0;
  }

  /** The scripts that another payload does not deliver. */
  namesNotIn(other: Payload): string[] {
    return this.names.filter((name) => !other.has(name));
  }

  has(name: string): boolean {
    return this.delivered.has(name);
  }
}

function markersIn(text: string): Marker[] {
  const { begin, end } = payloadMarkers;
  const line = new RegExp(`^([ \\t]*)(${begin}|${end})[ \\t]*$`, 'gm');
  return [...text.matchAll(line)].map(({ index, 1: indent = '', 2: marker = '' }) => ({
    is: marker === begin ? 'begin' : 'end',
    start: index + indent.length,
    end: index + indent.length + marker.length,
  }));
}

/** A script in a comment is not delivered. */
function namesIn(block: string): string[] {
  return block
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => [
      ...line.matchAll(/GetVariableProperty[ \t]+["`]cloudInitData["`][ \t]+["`]([^"`\r\n]+)["`]/g),
    ])
    .flatMap(({ 1: name = '' }) => name);
}

/** Spaces instead of the comments, so that the rest stays in its place. */
function withoutTemplateComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/\{\{(?:- )?\/\*/g)) {
    if (index < from) continue;
    const end = text.indexOf('*/', index);
    if (end < 0) break;
    kept.push(text.slice(from, index), text.slice(index, end + 2).replace(/[^\r\n]/g, ' '));
    from = end + 2;
  }
  return kept.join('') + text.slice(from);
}
