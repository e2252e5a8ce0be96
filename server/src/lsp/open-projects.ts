import { isProjectFile } from '../service/settings/names.ts';
import { pathOf } from '../service/uri.ts';
import type { Catalogues } from './catalogues.ts';
import type { Documents } from './documents.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Settings } from './settings.ts';

/** Searches the records that open project files name. Needed even if no open config uses the project file. */
export function openProjects(
  { texts }: Documents,
  settings: Settings,
  catalogues: Catalogues,
): () => Promise<void> {
  const look = async (uri: string) => {
    const project = await settings.projectAt(uri);
    const paths = project?.settings.bakedVersionsFrom;
    if (project && paths)
      catalogues.of({ written: [], records: { folder: project.folder, paths }, bundled: undefined });
  };
  return oneAtATime(async () => {
    const open = texts.all().filter(({ uri }) => isProjectFile(pathOf(uri)));
    await Promise.all(open.map(({ uri }) => look(uri)));
  });
}
