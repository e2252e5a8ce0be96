import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Listing, withoutLinked } from '../cli/listing.ts';

/** The URIs of the files below a folder that `hotfix-config check` would check. */
export async function checkedFiles(folder: string, isWanted: (uri: string) => boolean): Promise<string[]> {
  const root = fileURLToPath(folder);
  const uriOf = (name: string) => pathToFileURL(join(root, name)).toString();
  // Warnings about git are logged.
  const listing = new Listing(root, {
    cwd: root,
    env: process.env,
    err: (text) => process.stderr.write(text),
  });
  const wanted = (await listing.files()).filter((name) => isWanted(uriOf(name)));
  return (listing.isOfGit ? withoutLinked(wanted, root) : wanted).map(uriOf);
}
