import { isLoss } from '../model/index.ts';
import { codeSpan, escapeComment, shortened } from '../service/answers/markup.ts';
import { visible } from '../service/visible.ts';
import type { ChangedConfig } from './changed-configs.ts';
import type { Styler } from './color.ts';
import {
  alignedRows,
  leftOut,
  longestComment,
  markdownRow,
  noChange,
  type Row,
  rowsOf,
  sum,
  tableHead,
} from './diff-text.ts';
import { acceptedIn, isOpenLoss } from './judged.ts';

interface Compared extends Pick<ChangedConfig, 'name' | 'status' | 'from' | 'differences'> {
  /** What a reader of the differences needs to know. */
  readonly notes: readonly string[];
}

interface Section {
  readonly config: Compared;
  readonly rows: readonly Row[];
  /** The reasons of accepted losses. */
  readonly accepted: readonly string[];
}

/** The losses of all configs, then what else changes, each with a section for a config; and a sum over all. */
export function changesAsText(
  configs: readonly Compared[],
  unread: number,
  path: (name: string) => string,
  style: Styler,
): string {
  const { losses, others, rest } = sectionsOf(configs);
  const title = ({ name, status, from }: Compared) =>
    visible(`${path(name)} (${from === undefined ? status : `moved from ${path(from)}`})`);
  const section = ({ config, rows, accepted }: Section) =>
    `${style('bold', title(config))}\n${(alignedRows(rows, style) + accepted.map((note) => `${visible(note)}\n`).join('')).replace(/^(?=.)/gm, '  ')}`;
  return [
    ...(losses.length > 0 ? [`${style('red', 'Losses:')}\n`, ...losses.map(section)] : []),
    ...(losses.length > 0 && others.length > 0 ? ['Other changes:\n'] : []),
    ...others.map(section),
    ...rest.map((config) => `${title(config)}\n  ${noChange}\n`),
    total(configs, unread),
  ].join('\n');
}

/** Of more files without a section, the number is given. */
const mostListed = 20;
/** In characters. Names can consist of characters that need an escape each. */
const longestList = 10_000;
/** A comment with many rows has this many of each config, so that every config has some. */
const fewerRows = [100, 30, 10, 3, 1];

/**
 * The same for a comment on a pull request, with as many rows of each config as fit. `problems` says what was not
 * compared.
 */
export function changesAsMarkdown(configs: readonly Compared[], problems: readonly string[]): string {
  const { losses, others, rest } = sectionsOf(configs);
  const lost = losses.flatMap(({ config }) => config.differences.filter(isOpenLoss));
  const start = lost.length > 0 ? [`> [!CAUTION]\n> Nodes lose hotfixes: ${sum(lost)}\n`] : [];
  const end = [
    ...list(
      `${noChange.slice(0, -1)}:`,
      rest.map((config) => `${headingOf(config)}${config.notes.map((note) => `: ${textOf(note)}`).join('')}`),
    ),
    ...list('Not compared:', problems.map(textOf)),
    total(configs, problems.length),
  ];
  const sections = (most: number) => [
    ...(losses.length > 0 ? ['### Losses\n'] : []),
    ...losses.map((section) => asMarkdown(section, most)),
    ...(losses.length > 0 && others.length > 0 ? ['### Other changes\n'] : []),
    ...others.map((section) => asMarkdown(section, most)),
  ];
  const room = longestComment - [...start, ...end].join('\n').length;
  return [...start, ...fitting(sections, room), ...end].join('\n');
}

/** The sections with the most rows that fit; the last ones are left out if not even one row of each does. */
function fitting(sections: (mostRows: number) => readonly string[], room: number): readonly string[] {
  const lengthOf = (parts: readonly string[]) => parts.reduce((length, part) => length + part.length + 1, 0);
  let parts: readonly string[] = [];
  for (const most of [Number.POSITIVE_INFINITY, ...fewerRows]) {
    parts = sections(most);
    if (lengthOf(parts) <= room) return parts;
  }
  let [shown, length] = [0, 0];
  for (const part of parts) {
    length += part.length + 1;
    if (length > room - 100) break;
    shown++;
  }
  const left = parts.slice(shown).filter((part) => part.startsWith('#### ')).length;
  return [...parts.slice(0, shown), `${left} more ${left === 1 ? 'section is' : 'sections are'} left out.\n`];
}

function asMarkdown({ config, rows, accepted }: Section, mostRows: number): string {
  const shown = rows.slice(0, mostRows).map(markdownRow).join('');
  const notes = config.notes.map((note) => `${textOf(note)}\n\n`).join('');
  const left = leftOut(rows.length - mostRows);
  const below = [...(left === '' ? [] : [left.trim()]), ...accepted.slice(0, mostListed).map(textOf)];
  return `#### ${headingOf(config)}\n\n${notes}${tableHead}${shown}${below.map((line) => `\n${line}\n`).join('')}`;
}

function list(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  let length = 0;
  const lines = items
    .slice(0, mostListed)
    .map((item) => `- ${item}\n`)
    .filter((line) => {
      length += line.length;
      return length <= longestList;
    });
  const left = items.length - lines.length;
  return [`${title}\n\n${lines.join('')}${left > 0 ? `- and ${left} more\n` : ''}`];
}

function headingOf({ name, status, from }: Compared): string {
  const named = (text: string) => codeSpan(shortened(text));
  return from === undefined ? `${named(name)} (${status})` : `${named(name)} (moved from ${named(from)})`;
}

function textOf(note: string): string {
  return escapeComment(shortened(note));
}

/** Losses, other changes, and the configs without either. */
function sectionsOf(configs: readonly Compared[]) {
  const sections = (isPart: boolean) =>
    configs.flatMap((config) => {
      const part = config.differences.filter(({ change }) => isLoss(change) === isPart);
      return part.length > 0 ? [{ config, rows: rowsOf(part), accepted: acceptedIn(part) }] : [];
    });
  return {
    losses: sections(true),
    others: sections(false),
    rest: configs.filter(({ differences }) => differences.length === 0),
  };
}

function total(configs: readonly Compared[], unread: number): string {
  const left = unread > 0 ? ` ${unread} ${unread === 1 ? 'was' : 'were'} not compared.` : '';
  const changed = configs.filter(({ differences }) => differences.length > 0);
  if (changed.length === 0) return `${noChange}${left}\n`;
  const counts = sum(changed.flatMap(({ differences }) => differences)).replace(/\.$/, '');
  const isPayload = changed.some(({ differences: [first] }) => first?.what === 'payload');
  const noun = isPayload ? 'file' : 'config';
  return `${counts} in ${changed.length} ${changed.length === 1 ? noun : `${noun}s`}.${left}\n`;
}
