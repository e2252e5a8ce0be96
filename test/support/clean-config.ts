/** Consecutive days in the far future: valid dates inside every support window. */
function bases(count: number): string[] {
  const day = new Date(Date.UTC(2100, 0, 1));
  return Array.from({ length: count }, () => {
    const text = day.toISOString().slice(0, 10).replaceAll('-', '');
    day.setUTCDate(day.getUTCDate() + 1);
    return `${text.slice(0, 6)}.${text.slice(6)}`;
  });
}

/** A config without a finding. Its entries begin in line 2. */
export function cleanConfig(count: number): string {
  const entries = bases(count).map((base, i) => `    "${base}": "${base}.${1 + (i % 9)}"`);
  return `{\n  "hotfixes": {\n${entries.join(',\n')}\n  }\n}\n`;
}
