import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../model/index.ts';
import type { ConfigText } from '../service/manifest/config-text.ts';

/**
 * A config in a manifest as a document of its own. Its offsets are those of the config, and its positions are those of the
 * manifest, so that answers need not know where the config is.
 */
export class ConfigDocument implements TextDocument {
  constructor(
    private readonly manifest: TextDocument,
    readonly config: ConfigText,
  ) {}

  get uri() {
    return this.manifest.uri;
  }

  get languageId() {
    return this.manifest.languageId;
  }

  get version() {
    return this.manifest.version;
  }

  get lineCount() {
    return this.manifest.lineCount;
  }

  /** Whether a text at a position is in the block: below its header, and deeper than its key. */
  isInBlock({ line, character }: Position): boolean {
    const header = this.manifest.positionAt(this.config.range.start).line;
    const key = this.manifest.getText(this.manifest.getLineRange(header)).search(/\S/);
    return line > header && character > key;
  }

  /** Edits of the config as edits of the manifest; undefined if its scalar cannot hold them. */
  textEdits(edits: readonly Edit[]): TextEdit[] | undefined {
    return this.config.write(edits)?.map(({ start, end, text }) => ({
      range: { start: this.manifest.positionAt(start), end: this.manifest.positionAt(end) },
      newText: text,
    }));
  }

  getLineRange(line: number): Range {
    return this.manifest.getLineRange(line);
  }

  getEOLCharacters(line: number): string {
    return this.manifest.getEOLCharacters(line);
  }

  getText(range?: Range): string {
    const { text } = this.config;
    return range ? text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : text;
  }

  positionAt(offset: number): Position {
    return this.manifest.positionAt(this.config.toManifest({ start: offset, end: offset }).start);
  }

  offsetAt(position: Position): number {
    return this.config.toText(this.manifest.offsetAt(position));
  }

  /** Whether a position of the manifest is in the config. */
  contains(position: Position): boolean {
    const offset = this.manifest.offsetAt(position);
    const { start, end } = this.config.range;
    return start <= offset && offset <= end;
  }
}
