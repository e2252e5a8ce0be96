import { describe, expect, it } from 'vitest';
import data from '../../../server/src/model/fleet/bundled-record.json';
import {
  Analysis,
  ambiguousPatches,
  type BakedVersion,
  type Base,
  baseOf,
  bundledRecord,
  Catalogue,
  decide,
  FleetRecord,
  installerOf,
  nextVersion,
  patchOf,
  publishedBy,
  readingsOf,
  readNumbers,
  systemNamed,
  type Version,
  writeNumbers,
} from '../../../server/src/model/index.ts';
import { catalogueOf } from '../../support/markers.ts';

const record = await bundledRecord();
const bundled = new Catalogue([], { bundled: record });

describe('the bundled record', () => {
  it('knows what each recorded image carries', () => {
    const counts = new Map<unknown, number>();
    for (const { generation } of record.versions) counts.set(generation, (counts.get(generation) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      none: 132,
      selfupdate: 1,
      'patch-only': 5,
      map: 2,
      stamped: 4,
      grpc: 1,
    });
  });

  it('reaches nodes of 5 versions with a map of all 145', () => {
    const entries = record.versions.map(({ version }) => [baseOf(version), `${baseOf(version)}.9`]);
    const readings = readingsOf(
      new Analysis(JSON.stringify({ hotfixes: Object.fromEntries(entries) })).source,
    );
    const reached = record.versions.filter(
      ({ version, generation }) => generation && decide(readings, version, generation).binary.asks !== null,
    );
    expect(record.versions).toHaveLength(145);
    expect(reached.map(({ version }) => version)).toEqual([
      '202607.20.0',
      '202607.29.0',
      '202608.06.1',
      '202608.14.0',
      '202608.20.0',
    ]);
  });

  it('installs on 21 images of 202607.20.0, cannot on 3 and does not know of 3', () => {
    const { images = [] } = bundled.get('202607.20.0') ?? {};
    const installs = images.map((image) => installerOf(bundled.systemOf(image)).installs);
    expect([true, false, null].map((answer) => installs.filter((one) => one === answer).length)).toEqual([
      21, 3, 3,
    ]);
  });

  it('has for each image the operating system in its name', () => {
    for (const image of Object.keys(data.images)) {
      const { id, variant, release } = bundled.systemOf(image);
      const named = systemNamed(image);
      expect({ image, id: named.id, variant: named.variant }).toEqual({ image, id, variant });
      expect(installerOf(named)).toEqual(installerOf({ id, variant, release }));
    }
  });

  it.each([
    [{ format: 2 }, 'The record has format 2; only format 1 can be read.'],
    [{ versions: { '202604.1.0': 'none 0' } }, 'baked version "202604.1.0"'],
    [{ versions: { '202604.01.0': 'newest 0' } }, 'controller "newest"'],
    [{ versions: { '202604.01.0': 'none 99' } }, 'no item "99"'],
  ])('is refused with %j', (broken, message) => {
    expect(() => new FleetRecord({ ...data, ...broken } as typeof data)).toThrow(message);
  });
});

describe('a nearer record', () => {
  const known = (version: string, more: Partial<BakedVersion> = {}): BakedVersion => ({
    version: version as Version,
    images: [],
    records: [],
    ...more,
  });

  it('overrides the bundled one, which adds the rest', () => {
    const catalogue = new Catalogue(
      [known('202607.20.0', { images: ['mine'] }), known('202607.09.0', { generation: 'current' })],
      { bundled: record },
    );
    expect(catalogue.get('202607.20.0')).toMatchObject({ images: ['mine'], generation: 'stamped' });
    expect(catalogue.get('202607.09.0')).toMatchObject({ generation: 'current' });
    expect(catalogue.get('202607.09.0')?.images).toHaveLength(27);
    expect(catalogue.all).toHaveLength(145);
  });

  it('of a controller is the first that names one', () => {
    const catalogue = new Catalogue([
      known('202601.01.0'),
      known('202601.01.0', { generation: 'map' }),
      known('202601.01.0', { generation: 'none' }),
    ]);
    expect(catalogue.all).toEqual([known('202601.01.0', { generation: 'map' })]);
  });

  it.each([
    ['202604.01', true],
    ['202608.21', true],
    ['202608.22', false],
    ['202701.01', false],
  ])('is silent about bases after its date: %s', (base, tells) => {
    expect(bundled.isConclusiveFor(base as Base)).toBe(tells);
    expect(catalogueOf(['202607.20.0']).isConclusiveFor(base as Base)).toBe(true);
    expect(Catalogue.empty.isConclusiveFor(base as Base)).toBe(false);
  });
});

describe('the next patch', () => {
  it.each([
    ['202607.20', '202607.20.3'],
    ['202608.06', '202608.06.3'],
    ['202605.14', '202605.14.2'],
    ['202608.14', '202608.14.1'],
    ['202609.03', '202609.03.1'],
  ])('of %s is %s, above all that are published', (base, next) => {
    expect(nextVersion(new Analysis('{}'), base as Base, bundled)).toBe(next);
  });

  it('is above those of the file and of its baseline too', () => {
    const analysis = new Analysis('{ "scripts_version": "202607.20.7" }');
    expect(nextVersion(analysis, '202607.20' as Base, bundled)).toBe('202607.20.8');
    const taken = bundled.withTaken(['202607.20.11' as Version]);
    expect(nextVersion(analysis, '202607.20' as Base, taken)).toBe('202607.20.12');
    expect(bundled.taken('202607.20' as Base)).toEqual(['0', '1', '2']);
  });

  it.each([
    ['v0.20260720.2', '202607.20.2'],
    ['aks-node-controller/v0.20260720.1', '202607.20.1'],
    ['anc/v202605.14.1', '202605.14.1'],
    ['aks-node-controller/hotfix/v202607.20.2', '202607.20.2'],
    ['v0.20240524.01', '202405.24.1'],
    ['v0.20260720.2-someone.1', undefined],
    ['v0.20260720.2.someone.1', undefined],
    ['v0.20260720', undefined],
    ['v0.202607201189168897.0', undefined],
    ['v0.20260732.1', undefined],
    ['v1.20251230.1', undefined],
    ['v0.20260720.99999999999999999999', undefined],
  ])('counts the tag %s as %s', (tag, version) => {
    expect(publishedBy(tag)).toBe(version);
  });
});

describe('a patch that begins another taken one', () => {
  it.each([
    ['202607.20.1', ['0', '1', '2'], false],
    ['202607.20.1', ['1', '2', '10', '12'], true],
    ['202607.20.2', ['1', '2', '10', '12'], false],
    ['202607.20.12', ['1', '2', '10', '12'], false],
  ])('is ambiguous to apt: %s among %j is %j', (version, taken, ambiguous) => {
    const patch = patchOf(version as Version);
    expect(ambiguousPatches([patch, ...taken]).has(patch)).toBe(ambiguous);
  });
});

describe('the numbers of a record', () => {
  it.each([
    [[], ''],
    [['3', '1', '2', '0', '10'], '0-3,10'],
    [['18446744073709551615', '18446744073709551614', '7'], '7,18446744073709551614,18446744073709551615'],
  ])('are written short: %j as %j', (numbers, text) => {
    expect(writeNumbers(numbers)).toBe(text);
    expect(readNumbers(text)).toHaveLength(numbers.length);
    expect(new Set(readNumbers(text))).toEqual(new Set(numbers));
  });
});
