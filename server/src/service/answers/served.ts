import { Analysis, type Generation, readingsServed, stage, traitsOf } from '../../model/index.ts';

/** A config as current controllers find it once they were served a text, and what those of all generations read. */
export function analysisServed(file: Analysis, served: string | undefined): Analysis {
  if (served === undefined) return file;
  return analysisServedTo('current', file, served).readAs(readingsServed(file.readings, served));
}

/** A config as a controller of one generation finds it. */
export function analysisServedTo(
  generation: Generation,
  file: Analysis,
  served: string | undefined,
): Analysis {
  const how = traitsOf(generation).served;
  if (served === undefined || how === 'never-asks') return file;
  const { text } = stage(file.readings.current, served, how);
  return text === undefined ? file : new Analysis(text);
}

/** What a served text does to the file, in a sentence; null without one, or where the controller never asks for it. */
export function servedSentence(
  analysis: Analysis,
  served: string | undefined,
  generation: Generation = 'current',
): string | null {
  const how = traitsOf(generation).served;
  if (served === undefined || how === 'never-asks') return null;
  const { text, served: map } = stage(analysis.readings.current, served, how);
  if (!map) return 'Nodes cannot read the served map, so the file does not change.';
  if (text === undefined) return 'The served map is empty, so the file does not change.';
  const count = `${map.size} ${map.size === 1 ? 'entry' : 'entries'}`;
  return how === 'merges'
    ? `The served map (${count}) replaces "hotfixes".`
    : `The served map (${count}) replaces the whole file, with "version" and "scripts_version".`;
}
