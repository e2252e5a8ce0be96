import { partsOf } from '../catalogue/discovery.ts';
import { pathOf } from '../uri.ts';

/** Decides from single names which files and folders may be part of the paths that record baked versions. */
export class RecordNames {
  private readonly names = new Set<string>();
  private readonly last = new Set<string>();
  private isTopNamed = false;

  add(paths: readonly string[]): void {
    for (const parts of paths.map(partsOf)) {
      for (const name of parts) this.names.add(name);
      const last = parts.at(-1);
      if (last === undefined) this.isTopNamed = true;
      else this.last.add(last);
    }
  }

  /**
   * Whether a file or folder is in such a path, or is a folder above one, which can be created or deleted with its
   * content.
   */
  concern(uri: string): boolean {
    const parts = partsOf(pathOf(uri));
    const name = parts.at(-1) ?? '';
    if (this.names.has(name) || (this.isTopNamed && name.endsWith('.txt'))) return true;
    return parts.some((part) => this.last.has(part));
  }
}
