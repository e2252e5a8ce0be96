import { expect, it } from 'vitest';
import { ProjectLookup } from '../../../server/src/service/settings/project-lookup.ts';

/** Folders in each other, the innermost last. */
const nested = Array.from(
  { length: 1_500 },
  (_, i) =>
    `file:///${Array(i + 1)
      .fill('f')
      .join('/')}`,
);

it.each([
  ['from the top', nested],
  ['from the bottom', nested.toReversed()],
])(
  'reads the settings of more than a thousand nested folders once, for configs in all of them: %s',
  async (_, folders) => {
    const reads = new Map<string, number>();
    const lookup = new ProjectLookup({
      readFile: async (uri) => {
        reads.set(uri, (reads.get(uri) ?? 0) + 1);
        return uri === 'file:///f/.hotfixrc.json' ? Buffer.from('{ "supportWindowMonths": 7 }') : undefined;
      },
      findFiles: async () => [],
    });
    for (const folder of [...folders, ...folders])
      expect((await lookup.above(folder))?.settings).toEqual({ supportWindowMonths: 7 });
    expect(new Set(reads.values())).toEqual(new Set([1]));
  },
);
