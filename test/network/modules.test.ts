import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Modules that can send something, or start a program that can. */
const modules =
  /^(?:node:)?(?:net|tls|https?|http2|dgram|dns|dns\/promises|quic|inspector|cluster|child_process|undici|ws)$/;
const functions = [
  'fetch',
  'WebSocket',
  'WebSocketStream',
  'XMLHttpRequest',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
  'importScripts',
];
/** Ways to load a module that are not visible in its name. */
const hidden = ['getBuiltinModule', 'createRequire', '_load', '_linkedBinding'];

/** The shipped files that could use a network, and what they use it for. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'server/dist/node.js': [],
  // --pipe and --socket of a language server, see silence.test.ts; and git, for the files of a folder.
  'server/dist/server.js': ['net', 'node:child_process'],
  // git.
  'server/dist/cli.js': [],
  'server/dist/command-line.js': ['node:child_process'],
  'server/dist/api.js': [],
  // The reader of manifests, from the address of the extension.
  'server/dist/browser.js': ['importScripts'],
  'server/dist/manifests.js': [],
  'server/dist/mcp.js': [],
  'client/dist/node.js': [],
  // The second script of the extension, from its own address: a web extension host has no other way.
  'client/dist/browser.js': ['fetch'],
  // The protocol's library starts the server, and speaks with it over a channel between the processes.
  'client/dist/session-node.js': ['child_process', 'net'],
  'client/dist/session-browser.js': [],
  'client/dist/coverage.js': [],
};

/** The network functions in a script, and modules that are loaded by computed names. */
function meansIn(code: string): string[] {
  const found = new Set<string>();
  const load = (source: { type: string }) => {
    const name = 'value' in source ? String(source.value) : 'a module that is worked out';
    if (modules.test(name) || !('value' in source)) found.add(name);
  };
  const named = (name: string) => {
    if (functions.includes(name) || hidden.includes(name)) found.add(name);
  };
  const { program, errors } = parseSync('script.cjs', code);
  expect(errors).toEqual([]);
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === 'require' && first) load(first);
    },
    ImportExpression: ({ source }) => load(source),
    ImportDeclaration: ({ source }) => load(source),
    Identifier: ({ name }) => named(name),
    Literal: ({ value }) => named(String(value)),
    MemberExpression({ object, property }) {
      const isBinding = property.type === 'Identifier' && property.name === 'binding';
      if (isBinding && object.type === 'Identifier' && object.name === 'process')
        found.add('process.binding');
    },
  }).visit(program);
  return [...found].sort();
}

describe('the means to use a network', () => {
  it('are known of every script that ships', () => {
    const built = ['server/dist', 'client/dist'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.js'))
        .map((name) => `${folder}/${name}`),
    );
    expect(built.sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(Object.entries(allowed))('in %s are %j', (file, expected) => {
    expect(meansIn(readFileSync(join(root, file), 'utf8'))).toEqual(expected);
  });

  it.each([
    ["require('https').get('https://localhost')", ['https']],
    ["import('node:dgram')", ['node:dgram']],
    ["const name = 'ht' + 'tp'; require(name)", ['a module that is worked out']],
    ["process.getBuiltinModule('net')", ['getBuiltinModule']],
    ["process.binding('tcp_wrap')", ['process.binding']],
    ["globalThis['fetch']('https://localhost')", ['fetch']],
    ["navigator.sendBeacon('/')", ['sendBeacon']],
    ["new WebSocket('wss://localhost')", ['WebSocket']],
  ])('are found: %s', (code, expected) => {
    expect(meansIn(code)).toEqual(expected);
  });
});
