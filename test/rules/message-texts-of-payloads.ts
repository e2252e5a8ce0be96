import { around, begin, end, scriptIn, template } from '../support/payload.ts';
import type { Message } from './message-texts.ts';

const gated = '{ "scripts_version": "202604.01.2" }';

/** Of rules about the scripts of AgentBaker's template. */
export const payloadMessages: readonly Message[] = [
  [
    'scripts-payload/no-payload',
    gated,
    '"202604.01.2" enables scripts, but "nodecustomdata.yml" has none, so nodes apply nothing. Add the block of scripts, or remove this field.',
    { payload: around('') },
  ],
  ['scripts-payload/no-block', gated, 'This file has no block of hotfix scripts.', { payload: around('') }],
  ['scripts-payload/empty-block', gated, 'This block has no scripts.', { payload: template() }],
  [
    'scripts-payload/no-gate',
    '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    '"scripts_version" is not set, so nodes never apply these scripts. Set it in "aks-node-controller-hotfix.json", or remove the block.',
    { payload: template('provisionScript') },
  ],
  [
    'scripts-payload/no-config',
    undefined,
    '"artifacts/aks-node-controller-hotfix.json" does not exist, so nodes never apply these scripts. Add it with "scripts_version".',
    { payload: template('provisionScript') },
  ],
  [
    'scripts-payload/no-begin',
    gated,
    `This line ends a block of hotfix scripts, but no line begins it, so its scripts are unknown. Add the line "${begin}".`,
    { payload: around([scriptIn('provisionScript'), end].join('\n')) },
  ],
  [
    'scripts-payload/no-end',
    gated,
    `This line begins a block of hotfix scripts, but no line ends it, so its scripts are unknown. Add the line "${end}".`,
    { payload: around([begin, scriptIn('provisionScript')].join('\n')) },
  ],
  [
    'scripts-payload/second-block',
    gated,
    'This is another block of hotfix scripts. Nodes get the scripts of all blocks. Move them into one block.',
    { payload: template('provisionScript') + template('provisionInstalls') },
  ],
  [
    'payload-removed/lost',
    gated,
    '"provisionInstalls, provisionConfigs" left the payload, so nodes of base "202604.01" lose this hotfix. Restore it, or record it in "acceptedLosses".',
    {
      before: gated,
      payload: template('provisionScript'),
      payloadBefore: template('provisionScript', 'provisionInstalls', 'provisionConfigs'),
    },
  ],
  [
    'payload-removed/accepted',
    gated,
    'Nodes of base "202604.01" lose "provisionInstalls". This is accepted in ".hotfixrc.json": "in the image of 202604.01.4".',
    {
      before: gated,
      payload: template('provisionScript'),
      payloadBefore: template('provisionScript', 'provisionInstalls'),
      acceptedLosses: [{ base: '202604.01', reason: 'in the image of 202604.01.4' }],
    },
  ],
];
