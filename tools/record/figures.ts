import {
  Analysis,
  binaryVerdict,
  bundledRecord,
  Catalogue,
  effectOf,
  patchAfter,
  patchOf,
} from '../../server/src/model/index.ts';

/** How many baked versions a map that names all of them upgrades: as current controllers, and on record. */
export async function figures(): Promise<string> {
  const catalogue = new Catalogue([], { bundled: await bundledRecord() });
  const entries = catalogue.bases.map((base) => {
    const highest =
      catalogue
        .of(base)
        .map(({ version }) => patchOf(version))
        .at(-1) ?? '0';
    return [base, `${base}.${patchAfter(highest)}`];
  });
  const { config, readings } = new Analysis(JSON.stringify({ hotfixes: Object.fromEntries(entries) }));
  const versions = catalogue.all.map(({ version }) => version);
  const promised = versions.filter((version) => binaryVerdict(config, version).upgrade);
  const upgrading = versions.filter((version) => effectOf(readings, version, 'binary', catalogue).upgrade);
  return `A map with every recorded base: ${promised.length} promised, ${upgrading.length} true (${upgrading.join(', ')})`;
}
