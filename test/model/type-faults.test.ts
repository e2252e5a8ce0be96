import { describe, expect, it } from 'vitest';
import { Analysis, fieldNames, shapeOf, type TypeFault } from '../../server/src/model/index.ts';

const faultsOf = (text: string) =>
  new Analysis(text).typeFaults.map(
    ({ expected, found, of }): Omit<TypeFault, 'start' | 'end'> => ({
      expected,
      found,
      of,
    }),
  );

describe('a value of the wrong type', () => {
  it.each([
    ['{ "hotfixes": { "a": 7, "a": "x" } }', 'number', 'a'],
    ['{ "hotfixes": { "__proto__": [] } }', 'array', '__proto__'],
    ['{ "hotfixes": { "constructor": {} } }', 'object', 'constructor'],
    ['{ "hotfixes": { "no base": true, "b": null } }', 'boolean', 'no base'],
    ['{ "Hotfixes": { "": 1 } }', 'number', ''],
    ['{ "version": "x", "version": 1, "version": "y" }', 'number', 'version'],
    ['{ "scripts_version": [null] }', 'array', 'scripts_version'],
  ])('is found at any depth: %s', (text, found, of) => {
    expect(faultsOf(text)).toEqual([{ expected: 'string', found, of }]);
  });

  it.each(fieldNames)('is any other than that of the table, in "%s"', (name) => {
    const shape = shapeOf(name);
    const found = Object.entries({ text: '""', list: '[]', object: '{}', number: '1', truth: 'true' }).filter(
      ([, value]) => faultsOf(`{ "${name}": ${value} }`).length > 0,
    );
    expect(found.map(([kind]) => kind)).toEqual(
      ['text', 'list', 'object', 'number', 'truth'].filter((kind) => kind !== shape),
    );
    expect(faultsOf(`{ "${name}": null }`)).toEqual([]);
  });
});
