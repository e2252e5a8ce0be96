import { findingsAmong, type Surroundings } from './markers.ts';

export interface MessageCase extends Surroundings {
  readonly text: string;
  /** Every finding with its level and place, how an editor shows it and what it says, and then the places beside it. */
  readonly says: readonly string[];
}

const ignored = /: (?:it|a node) ignores the whole file and boots without any hotfix\.$/;

/** What a reader of a config is told, a line for each finding and each place beside one. */
export function messagesIn({ text, says: _, ...surroundings }: MessageCase): string[] {
  return findingsAmong(text, surroundings).flatMap((finding) => {
    const { level, ruleId, start, end, unnecessary, reportedByJsonSupport: languages, message } = finding;
    const shown = [unnecessary ? ' faded' : '', languages.length > 0 ? ` (${languages})` : ''].join('');
    return [
      `${level} ${ruleId} ${start}-${end}${shown}: ${message().replace(ignored, ': …')}`,
      ...finding.related.map((place) => `  ${place.start}-${place.end}: ${place.message()}`),
    ];
  });
}
