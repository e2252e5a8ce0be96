import { describe, expect, it } from 'vitest';
import { Analysis, bundledRecord, Catalogue, readingsOf } from '../../../server/src/model/index.ts';
import { answersFor } from '../../../server/src/service/answers/node-answers.ts';
import { readNodeList } from '../../../server/src/service/answers/node-list.ts';
import { nodeTable } from '../../../server/src/service/answers/node-table.ts';

const label = 'kubernetes.azure.com/node-image-version';
const catalogue = new Catalogue([], { bundled: await bundledRecord() });
const ofNodes = '{ "hotfixes": { "202607.20": "202607.20.3" }, "scripts_version": "202607.20.3" }';

function answers(text: string, config = ofNodes) {
  const list = readNodeList(text);
  if ('problem' in list) return expect.unreachable(list.problem);
  return answersFor(list.nodes, readingsOf(new Analysis(config).source), catalogue);
}

const nodes = (...images: readonly (string | undefined)[]) =>
  JSON.stringify({
    kind: 'List',
    items: images.map((image, i) => ({
      kind: 'Node',
      metadata: { name: `node-${i}`, labels: image === undefined ? {} : { [label]: image } },
    })),
  });

describe('a node', () => {
  it.each([
    ['AKSUbuntu-2204gen2containerd-202607.20.0', 'ubuntu', '202607.20.3', true, true],
    ['AKSUbuntu-2404gen2arm64containerd-202607.20.0', 'ubuntu', '202607.20.3', true, true],
    ['AKSUbuntu-2004gen2fipscontainerd-202607.20.0', 'ubuntu', '202607.20.3', null, true],
    ['AKSAzureLinux-V3gen2-202607.20.0', 'azurelinux', '202607.20.3', true, true],
    ['AKSAzureLinux-V3gen2-202608.06.1', 'azurelinux', null, false, false],
    ['AKSAzureLinux-V2gen2-202607.20.0', 'azurelinux', '202607.20.3', null, true],
    ['AKSAzureLinux-OSGuardV3gen2fipsTL-202607.20.0', 'azurelinux/osguard', '202607.20.3', false, true],
    [
      'AKSAzureContainerLinux-gen2TL-202607.20.0',
      'azurelinux/azurecontainerlinux',
      '202607.20.3',
      false,
      true,
    ],
    ['AKSFlatcar-gen2-202607.20.0', 'flatcar', '202607.20.3', false, true],
    ['AKSUbuntu-2204gen2containerd-202607.09.0', 'ubuntu', null, false, true],
    ['AKSUbuntu-2204gen2containerd-202604.13.0', 'ubuntu', null, false, null],
    ['AKSUbuntu-2204gen2containerd-202609.20.0', 'ubuntu', null, false, false],
    ['AKSWindows-2022-20348.2582.240619', 'windows', null, false, false],
    ['AKSWindows-2022-containerd-202607.20.0', 'windows', null, false, false],
    ['202607.20.0', null, '202607.20.3', null, true],
  ])('of the image %s does what its controller and system do', (image, os, asks, installs, applies) => {
    expect(answers(image)).toMatchObject([
      { node: null, label: image, os, binary: { asks, installs }, scripts: { applies } },
    ]);
    expect(answers(nodes(image))).toMatchObject([
      { node: 'node-0', label: image, binary: { asks, installs } },
    ]);
  });

  it('installs nothing for a spelling that no package has', () => {
    for (const config of ['{"version":"202607.20.03"}', '{"hotfixes":{"202607.20":"v202607.20.3"}}']) {
      const [node] = answers('AKSUbuntu-2204gen2containerd-202607.20.0', config);
      expect(node?.binary).toMatchObject({ installs: false, reason: 'no package has this version' });
    }
  });

  it('without the label, or with another word, is unknown', () => {
    const [first, second, third] = answers(nodes(undefined, 'custom', '202607.20.0'));
    const nothing = { image: null, baked: null, os: null, generation: null };
    expect(first).toMatchObject({
      node: 'node-0',
      label: null,
      ...nothing,
      binary: { asks: null, installs: null },
    });
    expect(first?.binary.reason).toBe(`the node has no label "${label}"`);
    expect(second).toMatchObject({ label: 'custom', ...nothing, scripts: { applies: null } });
    expect(second?.binary.reason).toBe('"custom" is neither a node image name nor a baked version');
    expect(third).toMatchObject({ baked: '202607.20.0' });
  });
});

describe('a list of nodes', () => {
  it('can be one node, a list, lines, and begin with a byte-order mark', () => {
    const node = { kind: 'Node', metadata: { name: 'a', labels: { [label]: '202607.20.0' } } };
    for (const text of [JSON.stringify(node), JSON.stringify([node]), JSON.stringify({ items: [node] })])
      expect(readNodeList(text)).toEqual({ nodes: [{ node: 'a', label: '202607.20.0' }] });
    expect(readNodeList('\uFEFF\r\n 202607.20.0 \r\n\r\nAKSAzureLinux-V3gen2-202608.06.1\r\n')).toEqual({
      nodes: [
        { node: null, label: '202607.20.0' },
        { node: null, label: 'AKSAzureLinux-V3gen2-202608.06.1' },
      ],
    });
  });

  it.each([
    ['', 'it lists no node'],
    ['{', 'it is not JSON: '],
    ['{"items": 7}', 'it has no "items"'],
    ['{"items": []}', 'its "items" are empty'],
    ['"202607.20.0"', 'it has no "items"'],
    ['["202607.20.0"]', 'its items are not nodes'],
    ['{"items": [null]}', 'its items are not nodes'],
    ['{"items": [{"kind": "Pod"}]}', 'it lists a "Pod", which is not a node'],
    ['NAME   STATUS\naks-1  Ready', '"NAME   STATUS" is neither a node image name nor a baked version'],
  ])('that cannot be used is refused with the reason: %s', (text, problem) => {
    const list = readNodeList(text);
    expect(list).toHaveProperty('problem');
    if (!('problem' in list)) return;
    expect(list.problem).toContain(problem);
  });

  it('of ten thousand nodes is summed up by image and version', () => {
    const images = Array.from({ length: 10_000 }, (_, i) =>
      i % 10 === 0 ? 'AKSAzureLinux-V3gen2-202608.06.1' : 'AKSUbuntu-2204gen2containerd-202607.20.0',
    );
    const all = answers(nodes(...images));
    expect(all).toHaveLength(10_000);
    expect(nodeTable(all)).toEqual([
      '  10000 nodes: binary upgrades on 9000, stays on 1000; scripts apply on 9000',
      '  9000 x AKSUbuntu-2204gen2containerd "202607.20.0"',
      '    binary:  upgrades to "202607.20.3": apt installs the package',
      '    scripts: applies: "202607.20.3" from "scripts_version" has the same base and a higher patch',
      '  1000 x AKSAzureLinux-V3gen2 "202608.06.1"',
      '    binary:  stays: base "202608.06" is not in "hotfixes"',
      '    scripts: stays: "202607.20.3" from "scripts_version" has another base',
    ]);
  });
});
