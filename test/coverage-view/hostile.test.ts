import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answering } from '../support/coverage.ts';
import { documents } from '../support/documents.ts';
import { runs } from '../support/runs.ts';

const server = new Answering([{ version: '202604.01.0', images: ['Ubuntu 22.04 gen2'] }]);
const names = ['__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>', '\u202e', '\ud800'];

function pictureOf(text: string, baked: string) {
  return { coverage: server.coverage(text), nodeSteps: server.nodeSteps(text, baked) };
}

describe('the picture of a hostile config reaches the view unchanged', () => {
  it.each(names)('with %j in it', (name) => {
    const text = JSON.stringify({ hotfixes: { [name]: name, '202604.01': name }, [name]: name });
    const picture = pictureOf(text, name);
    expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
    expect(picture.coverage.bases.map(({ base }) => base)).toContain('202604.01');
  });

  it('for any text', () => {
    fc.assert(
      fc.property(documents, fc.string({ unit: 'binary' }), (text, baked) => {
        const picture = pictureOf(text, baked);
        expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
      }),
      { numRuns: runs(200) },
    );
  });
});
