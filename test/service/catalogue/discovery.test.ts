import { describe, expect, it } from 'vitest';
import { globMatcher } from '../../../server/src/glob.ts';
import { Catalogue } from '../../../server/src/model/index.ts';
import { imageName } from '../../../server/src/service/answers/image-name.ts';
import { agentBakerRecords } from '../../../server/src/service/catalogue/agentbaker-records.ts';
import { discover } from '../../../server/src/service/catalogue/discovery.ts';
import type { Host } from '../../../server/src/service/host.ts';
import { releaseNotesPaths } from '../../support/agentbaker.ts';

const root = 'file:///my%20repo';

function hostOf(files: Readonly<Record<string, string>>): Host & { readonly asked: string[] } {
  const asked: string[] = [];
  const all = Object.entries(files).map(([path, text]) => [`${root}/${path}`, text] as const);
  return {
    asked,
    readFile: async (uri) => {
      asked.push(uri);
      const text = all.find(([file]) => file === uri)?.[1];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    findFiles: async (folder, glob) => {
      asked.push(folder);
      const matches = globMatcher(glob);
      const below = all.filter(([file]) => file.startsWith(`${folder}/`));
      return below.flatMap(([file]) => (matches(file.slice(folder.length + 1)) ? [file] : []));
    },
  };
}

describe('the baked versions that AgentBaker records', () => {
  const host = hostOf(Object.fromEntries(releaseNotesPaths().map((path) => [path, ''])));

  it('are the 145 of its Linux images', async () => {
    const { baked, problems } = await discover(host, root, agentBakerRecords);
    const catalogue = new Catalogue(baked);
    expect(problems).toEqual([]);
    expect(catalogue.all).toHaveLength(145);
    expect(catalogue.of('202602.13' as never).map(({ version }) => version)).toEqual([
      '202602.13.0',
      '202602.13.2',
      '202602.13.5',
    ]);
  });

  it('know their images by the names that people use', async () => {
    const { baked } = await discover(host, root, agentBakerRecords);
    const images = new Set(baked.flatMap((version) => version.images.map(imageName)));
    expect(images).toContain('Ubuntu 22.04 gen2');
    expect(images).toContain('Ubuntu 24.04 arm64 gen2');
    expect(images).toContain('Azure Linux v3 arm64 gen2');
    expect(images).toContain('Azure Linux v3 OS Guard FIPS trusted launch gen2');
    expect(images.size).toBe(31);
  });

  const ubuntu = 'vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd/202602.13.0.txt';
  const windows = 'vhdbuilder/release-notes/AKSWindows/2022-containerd/202602.13.9.txt';

  it.each([
    ['file:///a%2Bb%20%28c%29', 'file:///a+b%20(c)'],
    ['file:///c%3A/%40me', 'file:///C:/@me'],
  ])(
    'are the same where the client writes the folder %s and its files are listed below %s',
    async (from, listed) => {
      const files = [ubuntu, windows, 'vhdbuilder/release-notes/100%/202602.13.7.txt'];
      const host: Host = {
        readFile: async () => undefined,
        findFiles: async () => files.map((file) => `${listed}/${file}`),
      };
      const { baked } = await discover(host, from, ['vhdbuilder/release-notes']);
      expect(baked).toEqual([
        {
          version: '202602.13.0',
          images: ['AKSUbuntu/gen2/2204containerd'],
          records: [`${listed}/${ubuntu}`],
        },
      ]);
    },
  );

  it.each(['.', 'vhdbuilder', 'vhdbuilder/release-notes', 'vhdbuilder/release-notes/AKSUbuntu/gen2'])(
    'have the names of their images, and no Windows ones, when the setting names the folder %s',
    async (path) => {
      const { baked } = await discover(hostOf({ [ubuntu]: '', [windows]: '' }), root, [path]);
      expect(baked.map(({ version, images }) => [version, images])).toEqual([
        ['202602.13.0', ['AKSUbuntu/gen2/2204containerd']],
      ]);
    },
  );

  it('do not include those of Windows, even if a setting names that folder', async () => {
    const { baked } = await discover(hostOf({ [windows]: '' }), root, [
      'vhdbuilder/release-notes/AKSWindows',
    ]);
    expect(baked).toEqual([]);
  });
});

describe('a record', () => {
  it.each([
    [
      'a list',
      '["202604.01.0", {"version": "202604.01.2", "images": ["a"]}]',
      ['202604.01.0', '202604.01.2'],
    ],
    ['an object with a list', '{"bakedVersions": ["202604.01.0"]}', ['202604.01.0']],
    ['the current version', '{"version": "202604.01.0", "other": 1}', ['202604.01.0']],
    ['a list behind a byte-order mark', '\uFEFF["202604.01.0"]', ['202604.01.0']],
  ])('can be %s', async (_, text, versions) => {
    const { baked, problems } = await discover(hostOf({ 'x.json': text }), root, ['x.json']);
    expect(baked.map(({ version }) => version)).toEqual(versions);
    expect(problems).toEqual([]);
  });

  it.each(['[7]', '{', '["202604.1.0"]', '{"version": "dev"}'])(
    'that is invalid adds nothing and is reported: %s',
    async (text) => {
      const { baked, problems } = await discover(hostOf({ 'x.json': text }), root, ['x.json']);
      expect(baked).toEqual([]);
      expect(problems).toEqual([{ path: 'x.json', message: expect.stringContaining('"x.json" is ignored') }]);
    },
  );

  it.each([
    ['[]', 'The file must be an object, not "[]".'],
    ['["202604.01.0"]', String.raw`The file must be an object, not "[\"202604.01.0\"]".`],
    ['null', 'The file must be an object, not "null".'],
    ['{"Version": "202604.01.0"}', '"version" is missing.'],
    ['{"version": 7}', '"version" must be a string, not "7".'],
  ])('of AgentBaker that does not name the current version says so: %s', async (text, message) => {
    const [, file = ''] = agentBakerRecords;
    const { baked, problems } = await discover(hostOf({ [file]: text }), root, agentBakerRecords);
    expect(baked).toEqual([]);
    expect(problems).toEqual([{ path: file, message: expect.stringContaining(message) }]);
  });

  it('that is an object with an invalid version says nothing of a list', async () => {
    const { problems } = await discover(hostOf({ 'x.json': '{"version": 7}' }), root, ['x.json']);
    expect(problems[0]?.message).toContain('"version" must be a string, not "7".');
  });

  it('that is missing records nothing', async () => {
    expect(await discover(hostOf({}), root, agentBakerRecords)).toEqual({ baked: [], problems: [] });
  });

  it.each(['\ud800.json', 'notes/\udc00', '\ud800/100%'])(
    'that no file can have does not hide the others: %j',
    async (path) => {
      const { baked } = await discover(hostOf({ 'x.json': '["202604.01.0"]' }), root, [path, 'x.json']);
      expect(baked.map(({ version }) => version)).toEqual(['202604.01.0']);
    },
  );

  it.each(['../x.json', 'a/../../x.json', '/etc/x.json', 'C:\\x.json'])(
    'outside the folder is not read: %s',
    async (path) => {
      const host = hostOf({});
      const { problems } = await discover(host, root, [path]);
      expect(host.asked).toEqual([]);
      expect(problems).toHaveLength(1);
    },
  );
});
