import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Listing, withoutLinked } from '../cli/listing.ts';
import type { Cancellation } from '../service/host.ts';

/** The URIs of the files below a folder that `hotfix-config check` would check. */
export async function checkedFiles(
  folder: string,
  isWanted: (uri: string) => boolean,
  cancellation: Cancellation,
): Promise<string[]> {
  const root = fileURLToPath(folder);
  const uriOf = (name: string) => pathToFileURL(join(root, name)).toString();
  // Warnings about git are logged.
  const terminal = { cwd: root, env: process.env, err: (text: string) => process.stderr.write(text) };
  const listing = new Listing(root, terminal, cancellation);
  const wanted = (await listing.files()).filter((name) => isWanted(uriOf(name)));
  return (listing.isOfGit ? withoutLinked(wanted, root) : wanted).map(uriOf);
}
