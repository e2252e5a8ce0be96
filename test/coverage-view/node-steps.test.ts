import { describe, expect, it } from 'vitest';
import { Answering } from '../support/coverage.ts';

const images = ['Ubuntu 22.04 gen2'];
const server = new Answering([{ version: '202604.01.0', images }]);
const config = '{ "hotfixes": { "202604.01": "202604.01.3" } }';

describe('the steps of a baked version with white space around it', () => {
  it.each([' 202604.01.0\n', '\u0085202604.01.0', '202604.01.0\u2003'])(
    'names the images of the version that a node sees: %j',
    (baked) => {
      expect(server.nodeSteps(config, baked)).toMatchObject({
        images: [{ name: 'Ubuntu 22.04 gen2', does: null }],
        binary: { upgrade: true },
      });
    },
  );

  it('names none where the node does not trim: a byte-order mark stays', () => {
    const nodeSteps = server.nodeSteps(config, '\ufeff202604.01.0');
    expect(nodeSteps).toMatchObject({ images: [], binary: { upgrade: false } });
  });
});
