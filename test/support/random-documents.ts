/** Numbers below a limit that are the same for the same seed (mulberry32). */
export type Random = (limit: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const bases = ['202611.01', '202611.02', '202611.2', '202612.20', '202611.31', 'v202611.02', '202611.02.3'];
const patches = ['0', '1', '3', '3', '03', '', '3-rc.1', '18446744073709551615'];
const spaces = ['', '', '', '', '', ' ', '\\t', '\u00a0'];
const fields = [
  'hotfixes',
  'hotfixes',
  'Hotfixes',
  'version',
  'VERSION',
  'scripts_version',
  'note',
  '$schema',
];
const oddValues = [
  'null',
  '7',
  '202611.02',
  'x0.2',
  '{}',
  '[]',
  '[1,]',
  '{"a":{"b":1}}',
  '""',
  '"\\u0041\\n"',
];
const gaps = ['', '', '', '', ' ', '\n', '\r\n    ', '\t'];
const scraps = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    ',',
    '"',
    "'",
    '“',
    '\\',
    '/',
    '//',
    '/*',
    '*/',
    '\n',
    '\r',
    '\ufeff',
    '\u00a0',
  ],
  ...[
    '"202611.2"',
    '"202611.02":',
    '"version":',
    "'version':",
    '“202611.2”',
    '\u2003',
    '"hotfixes":{',
    '"',
    '0',
    '-',
    'x',
    '.',
    'null',
    '\\u12',
    '\ud83d',
  ],
  ...['"v202611.2.03"', '202611.02.3', '// why\n', '/* b */', '\u0001', 'é', '"a": 1,'],
];

/** A config with a few entries and faults of every kind. Every other one is broken in up to five positions. */
export function randomDocument(random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const isLarge = random(8) === 0;
  const list = (item: () => string, most: number) => {
    const items = Array.from({ length: random(most + 1) }, item);
    return `{${pick(gaps)}${items.join(`,${pick(gaps)}`)}${random(12) === 0 ? ',' : ''}${pick(gaps)}}`;
  };
  const version = () => quoted(`${pick(spaces)}${pick(bases)}.${pick(patches)}${pick(spaces)}`);
  const quoted = (text: string) => (random(60) === 0 ? `'${text}'` : `"${text}"`);
  const value = () => (random(10) === 0 ? pick(oddValues) : version());
  const entry = () => `"${pick(bases)}"${pick(gaps)}:${pick(gaps)}${value()}`;
  const field = () => {
    const name = pick(fields);
    const isMap = name.toLowerCase() === 'hotfixes' && random(12) > 0;
    return `"${name}":${pick(gaps)}${isMap ? list(entry, isLarge ? 4 : 2) : value()}`;
  };
  let text = list(field, isLarge ? 3 : 2);
  if (random(40) === 0) text = `\ufeff${text}`;
  for (let faults = random(2) * (1 + random(5)); faults > 0; faults--) {
    const at = random(text.length + 1);
    const removed = random(3) === 0 ? random(4) : 0;
    text = text.slice(0, at) + (random(4) === 0 ? '' : pick(scraps)) + text.slice(at + removed);
  }
  return text;
}
