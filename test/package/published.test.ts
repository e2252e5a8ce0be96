import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Installed, installPackage } from './installed.ts';

let installed: Installed;
let tarball: Buffer<ArrayBuffer>;
beforeAll(() => {
  installed = installPackage();
  tarball = readFileSync(join(installed.folder, installed.tarball));
}, 60_000);
afterAll(() => installed?.remove());

it('publint has nothing to say about the package, not even a suggestion', async () => {
  const { buffer, byteOffset, byteLength } = tarball;
  const packed = buffer.slice(byteOffset, byteOffset + byteLength);
  const { messages } = await publint({ pack: { tarball: packed }, level: 'suggestion', strict: true });
  expect(messages).toEqual([]);
});

it('"Are the types wrong?" finds the declarations of the API in every kind of module', async () => {
  const checked = await checkPackage(createPackageFromTarballData(tarball));
  if (!checked.types) expect.unreachable('The package has no declarations.');
  expect(checked.problems).toEqual([]);
  const { resolutions } = checked.entrypoints['.'] ?? expect.unreachable();
  for (const { resolution } of Object.values(resolutions))
    expect(resolution).toMatchObject({ fileName: expect.stringMatching(/dist\/api\.d\.ts$/) });
  expect(Object.keys(resolutions)).toEqual(['node10', 'node16-cjs', 'node16-esm', 'bundler']);
});
