import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import manifest from '../../package.json';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const folder = '.github/ISSUE_TEMPLATE';
const forms = readdirSync(join(root, folder)).filter((name) => name !== 'config.yml');

// GitHub leaves a form with a mistake out of the chooser, without a message. This is its "form schema", as documented.
const text = z.string().trim().min(1);
const distinct = <T extends z.ZodType>(items: T) =>
  z.array(items).refine((all) => new Set(all.map((one) => JSON.stringify(one))).size === all.length);
const attributesWith = <T extends z.ZodRawShape>(more: T) =>
  z.strictObject({ label: text, description: text.optional(), ...more });
const typed = { placeholder: text.optional(), value: text.optional() };
const question = {
  id: z.string().regex(/^[\w-]+$/),
  validations: z.strictObject({ required: z.boolean() }).optional(),
};
const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({ type: z.literal('input'), attributes: attributesWith(typed), ...question }),
  z.strictObject({
    type: z.literal('textarea'),
    attributes: attributesWith({ ...typed, render: text.optional() }),
    ...question,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    attributes: attributesWith({
      options: distinct(text).min(1),
      multiple: z.boolean().optional(),
      default: z.int().optional(),
    }),
    ...question,
  }),
]);
const form = z.strictObject({
  name: text,
  description: text,
  labels: distinct(text).optional(),
  body: z
    .array(element)
    .refine((all) => all.some(({ type }) => type !== 'markdown'), 'asks nothing')
    .refine((all) => {
      const ids = all.flatMap((one) => (one.type === 'markdown' ? [] : [one.id]));
      return new Set(ids).size === ids.length;
    }, 'has an id twice'),
});
const chooser = z.strictObject({
  blank_issues_enabled: z.boolean(),
  contact_links: z.array(z.strictObject({ name: text, url: z.url({ protocol: /^https$/ }), about: text })),
});

describe('a new issue', () => {
  it.each(forms)('can use the form %s', (name) => {
    expect(form.safeParse(parse(read(`${folder}/${name}`))).error?.issues).toBeUndefined();
  });

  it('has a form for a finding, an outcome and a feature, each with its own name', () => {
    expect(forms).toEqual(['feature.yml', 'wrong-finding.yml', 'wrong-outcome.yml']);
    const names = forms.map((name) => form.parse(parse(read(`${folder}/${name}`))).name);
    expect(new Set(names).size).toBe(forms.length);
    for (const name of names) expect(read('SUPPORT.md')).toContain(`the form "${name}"`);
  });

  it('about a finding or an outcome comes with the config and the version', () => {
    for (const name of ['wrong-finding.yml', 'wrong-outcome.yml']) {
      const { body } = form.parse(parse(read(`${folder}/${name}`)));
      const required = body.flatMap((one) =>
        one.type !== 'markdown' && one.validations?.required ? [one.id] : [],
      );
      expect(required).toEqual(expect.arrayContaining(['config', 'version']));
      expect(body).toContainEqual(
        expect.objectContaining({ id: 'config', attributes: expect.objectContaining({ render: 'json' }) }),
      );
    }
  });

  it('can be a blank one, which SUPPORT.md offers, and is led to AgentBaker for faults of nodes', () => {
    const { blank_issues_enabled, contact_links } = chooser.parse(parse(read(`${folder}/config.yml`)));
    expect(blank_issues_enabled).toBe(true);
    for (const { url } of contact_links) expect(read('SUPPORT.md')).toContain(url);
  });

  it.each([
    ['without a description', 'name: a\nbody: [{ type: input, id: b, attributes: { label: c } }]'],
    ['that asks nothing', 'name: a\ndescription: b\nbody: [{ type: markdown, attributes: { value: c } }]'],
    [
      'with an unknown element',
      'name: a\ndescription: b\nbody: [{ type: text, id: b, attributes: { label: c } }]',
    ],
    [
      'with an element without a label',
      'name: a\ndescription: b\nbody: [{ type: input, id: b, attributes: {} }]',
    ],
    [
      'with "required" in the wrong place',
      'name: a\ndescription: b\nbody: [{ type: input, id: b, required: true, attributes: { label: c } }]',
    ],
    [
      'with an id twice',
      'name: a\ndescription: b\nbody: [{ type: input, id: b, attributes: { label: c } }, { type: input, id: b, attributes: { label: d } }]',
    ],
    [
      'with an option that YAML reads as a boolean',
      'name: a\ndescription: b\nbody: [{ type: dropdown, id: b, attributes: { label: c, options: [true, maybe] } }]',
    ],
  ])('cannot use a form %s', (_, broken) => {
    expect(form.safeParse(parse(broken)).success).toBe(false);
  });
});

it('the template of a pull request names commands that there are and that CONTRIBUTING.md describes', () => {
  const template = read('.github/pull_request_template.md');
  const commands = Array.from(template.matchAll(/\bnpm (?:run )?([\w:-]+)/g), ([, name = '']) => name);
  expect(commands.length).toBeGreaterThan(1);
  expect(commands.filter((name) => !(name in manifest.scripts))).toEqual([]);
  for (const [command] of template.matchAll(/\bnpm (?:run )?[\w:-]+/g))
    expect(read('CONTRIBUTING.md')).toContain(`\`${command}\``);
});

it.each(['README.md', 'CONTRIBUTING.md'])('%s leads to support and to the code of conduct', (page) => {
  for (const target of ['SUPPORT.md', 'CODE_OF_CONDUCT.md']) expect(read(page)).toContain(`](${target})`);
});
