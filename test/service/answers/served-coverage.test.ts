import { beforeAll, describe, expect, it } from 'vitest';
import { bundledRecord } from '../../../server/src/model/index.ts';
import { Answering } from '../../support/coverage.ts';

let server: Answering;
beforeAll(async () => {
  server = new Answering([], await bundledRecord());
});

const file = '{ "version": "202607.29.2", "scripts_version": "202607.29.2" }';
const served = '{ "hotfixes": { "202608.20": "202608.20.3" } }';

const bakedIn = (answer: ReturnType<Answering['coverage']>, version: string) =>
  answer.bases.flatMap(({ baked }) => baked).find((one) => one.version === version);

describe('The picture with a served map', () => {
  it('shows the map in place of the one in the file, and what images with the older check lose', () => {
    const without = server.coverage(file);
    expect(without.served).toBeNull();
    expect(bakedIn(without, '202607.29.0')).toMatchObject({ outcome: 'upgrades', scriptsTo: '202607.29.2' });
    const answer = server.coverageServed(file, served);
    expect(answer.served).toBe('The served map (1 entry) replaces "hotfixes".');
    expect(bakedIn(answer, '202608.20.0')).toMatchObject({ outcome: 'upgrades', to: '202608.20.3' });
    expect(bakedIn(answer, '202607.29.0')).toMatchObject({ outcome: 'not-listed', scriptsTo: '' });
    expect(answer.summary).toBe(
      'Nodes can read this file; 1 of 1 entry applies, "version" applies only to 202604.24.0, "scripts_version" does not apply.',
    );
    expect(server.coverageServed(file, '{}').summary).toBe(
      'Nodes can read this file; "version" applies only to 202604.24.0, "scripts_version" does not apply.',
    );
  });

  it('leaves images alone whose controller never asks for one', () => {
    const legacy = '{ "version": "202607.29.2" }';
    expect(bakedIn(server.coverageServed(legacy, served), '202604.24.0')).toMatchObject({
      outcome: 'upgrades',
      to: '202607.29.2',
    });
  });

  it.each([
    ['{}', 'The served map is empty, so the file does not change.'],
    ['', 'The served map is empty, so the file does not change.'],
    ['{', 'Nodes cannot read the served map, so the file does not change.'],
    ['{ "hotfixes": 7 }', 'Nodes cannot read the served map, so the file does not change.'],
  ])('says that %j changes nothing', (text, sentence) => {
    const answer = server.coverageServed(file, text);
    expect(answer.served).toBe(sentence);
    expect(bakedIn(answer, '202608.20.0')).toEqual(bakedIn(server.coverage(file), '202608.20.0'));
  });
});

describe('The steps with a served map', () => {
  const textsOf = (baked: string) =>
    server.nodeStepsServed(file, baked, served).binary.steps.map(({ text }) => text);

  it('begin with what the map does to the file', () => {
    expect(textsOf('202608.20.0')[0]).toBe('The served map (1 entry) replaces "hotfixes".');
    expect(textsOf('202608.20.0').join()).toContain('finds "202608.20.3"');
    expect(textsOf('202607.29.0')[0]).toBe(
      'The served map (1 entry) replaces the whole file, with "version" and "scripts_version".',
    );
    expect(textsOf('202607.09.0').join()).not.toContain('served');
  });

  it('have no range in the document', () => {
    const { binary } = server.nodeStepsServed(file, '202608.20.0', served);
    expect(binary.steps.every(({ range }) => range === null)).toBe(true);
  });
});
