/** Settings of the editor itself, by their ids. */
export type EditorSettings = Readonly<Record<string, unknown>>;

/**
 * What a window is given that opens for a person: nothing asks, nothing reports, nothing is fetched. The rest is as VS Code ships.
 */
export const peopleSettings: EditorSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'always',
  'json.schemaDownload.enable': false,
};

/** The same where everything that is opened is this project's own: nothing asks whether it is to be trusted. */
export const trustingSettings: EditorSettings = {
  ...peopleSettings,
  'security.workspace.trust.enabled': false,
};

/** The same for tests, which type and point: nothing appears that a keystroke did not ask for, and hovers come at once. */
export const testSettings: EditorSettings = {
  ...trustingSettings,
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.hover.delay': 100,
  'editor.cursorBlinking': 'solid',
  'files.autoSave': 'off',
  // What depends on the day would fail tests that passed yesterday.
  'hotfixConfig.rules': { 'retired-base': 'off' },
  // Tests name bases of their own. A newer record would change what is known about them.
  'hotfixConfig.bundledRecord': false,
};

/** The same for a suite that runs inside of the editor and looks at no window: what only eyes would see is not drawn. */
export const suiteSettings: EditorSettings = {
  ...testSettings,
  'breadcrumbs.enabled': false,
  'editor.bracketPairColorization.enabled': false,
  'editor.folding': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'explorer.autoReveal': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
};
