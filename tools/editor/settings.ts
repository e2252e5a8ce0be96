/** Settings of the editor itself, by id. */
export type EditorSettings = Readonly<Record<string, unknown>>;

/**
 * The settings of a window for a user: no questions, no telemetry, no downloads. Everything else is VS Code's
 * default.
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

/** The same for folders of this project: no question about trust. */
export const trustingSettings: EditorSettings = {
  ...peopleSettings,
  'security.workspace.trust.enabled': false,
};

/** The same for tests, which type and click: nothing appears without a keystroke, and hovers have no delay. */
export const testSettings: EditorSettings = {
  ...trustingSettings,
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.hover.delay': 100,
  // A lens moves the lines below it when it appears, perhaps while a test points at one.
  'editor.codeLens': false,
  'editor.cursorBlinking': 'solid',
  'files.autoSave': 'off',
  // Rules that depend on the date would make tests fail later.
  'hotfixConfig.rules': { 'retired-base': 'off' },
  // Tests use their own bases. A newer record would change what is known about them.
  'hotfixConfig.bundledRecord': false,
};

/** The same for a suite that runs inside the editor: visual features are off. */
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
