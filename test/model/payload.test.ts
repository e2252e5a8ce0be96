import { describe, expect, it } from 'vitest';
import { Payload } from '../../server/src/model/index.ts';
import { around, begin, end, scriptIn, template } from '../support/payload.ts';

const namesIn = (text: string) => new Payload(text).names;
const unpairedIn = (text: string) =>
  new Payload(text).unpaired.map(({ is, ...at }) => `${is} ${text.slice(at.start, at.end)}`);

describe('the payload', () => {
  it('is the scripts between the marker lines, not the others of the template', () => {
    expect(namesIn(template('provisionScript', 'provisionInstalls'))).toEqual([
      'provisionScript',
      'provisionInstalls',
    ]);
  });

  it('has no scripts in a template without a block, or with an empty one', () => {
    expect([namesIn(around('')), new Payload(around('')).blocks]).toEqual([[], []]);
    expect([namesIn(template()), new Payload(template()).blocks.length]).toEqual([[], 1]);
  });

  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['old line ends', (text: string) => text.replaceAll('\n', '\r')],
    ['indented markers', (text: string) => text.replace(begin, `  \t${begin}`).replace(end, `    ${end}  `)],
    ['no line end at its end', (text: string) => text.slice(0, text.indexOf(end) + end.length)],
    [
      'white space in the call',
      (text: string) => text.replaceAll('{{GetV', '{{- GetV').replaceAll(' "', ' \t"'),
    ],
  ])('is read with %s', (_, change) => {
    const { names, unpaired } = new Payload(change(template('one', 'two')));
    expect([names, unpaired]).toEqual([['one', 'two'], []]);
  });

  it('has no block in a comment of the template', () => {
    const { names, isAboutHotfixes } = new Payload(`{{/*\n${template('one')}\n*/}}\n`);
    expect([names, isAboutHotfixes]).toEqual([[], false]);
  });

  it('keeps the place of a block below a comment of the template', () => {
    const text = `{{/* a\nb */}}\n${template('one')}`;
    expect(new Payload(text).blocks[0]?.begin.start).toBe(text.indexOf(begin));
  });

  it('knows names in raw strings of the template', () => {
    expect(namesIn(template('one').replaceAll('"', '`'))).toEqual(['one']);
  });

  it.each([
    ['a line of comment', (script: string) => script.replace(/^/gm, '# ')],
    ['a comment of the template', (script: string) => `{{/* ${script} */}}`],
    ['a comment that trims', (script: string) => `{{- /* ${script} */ -}}`],
  ])('leaves out a script in %s', (_, comment) => {
    const lines = [begin, scriptIn('one'), comment(scriptIn('two')), scriptIn('three'), end];
    expect(namesIn(around(lines.join('\n')))).toEqual(['one', 'three']);
  });

  it('has the scripts before a comment that never ends', () => {
    expect(namesIn(around([begin, scriptIn('one'), '{{/* here', scriptIn('two'), end].join('\n')))).toEqual([
      'one',
      'two',
    ]);
  });

  it('has each script once', () => {
    expect(namesIn(template('one', 'two', 'one'))).toEqual(['one', 'two']);
  });

  it('is in all blocks', () => {
    const both = new Payload(template('one') + template('two'));
    expect([both.blocks.length, both.names, both.unpaired]).toEqual([2, ['one', 'two'], []]);
  });

  it.each([
    ['the first is missing', [scriptIn('one'), end], [`end ${end}`], []],
    ['the last is missing', [begin, scriptIn('one')], [`begin ${begin}`], []],
    ['they are in the wrong order', [end, scriptIn('one'), begin], [`end ${end}`, `begin ${begin}`], []],
    ['one is repeated', [begin, begin, scriptIn('one'), end], [`begin ${begin}`], ['one']],
    ['a block follows', [begin, scriptIn('one'), begin, scriptIn('two'), end], [`begin ${begin}`], ['two']],
  ])('has no scripts beside a marker line without its counterpart: %s', (_, lines, unpaired, names) => {
    const text = around(lines.join('\n'));
    expect([unpairedIn(text), namesIn(text)]).toEqual([unpaired, names]);
  });

  it('may have any script of the template then, so none is called lost', () => {
    const broken = new Payload(around([begin, scriptIn('one')].join('\n')));
    expect([broken.has('one'), broken.has('two')]).toEqual([true, false]);
    expect(new Payload(template('two')).has('one')).toBe(false);
  });

  it.each([
    `${begin} by hand`,
    `x ${begin}`,
    begin.replace('# ', '#'),
    begin.toUpperCase(),
    '# hotfix-scripts',
  ])('is not begun by the line %s', (line) => {
    expect(new Payload(around([line, scriptIn('one')].join('\n')))).toMatchObject({
      blocks: [],
      unpaired: [],
    });
  });
});
