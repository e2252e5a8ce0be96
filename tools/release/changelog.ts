export interface Section {
  readonly version: string;
  /** The text without the heading. */
  readonly notes: string;
}

/** The sections of a changelog, newest first, each with a heading such as `## [0.2.0]` or `## [0.2.0] - 2027-01-31`. */
export function sectionsOf(changelog: string): Section[] {
  const [, ...sections] = changelog.split(/^## /m);
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    return { version: /^\[([^\]]+)\]/.exec(heading)?.[1] ?? heading.trim(), notes: lines.join('\n').trim() };
  });
}
