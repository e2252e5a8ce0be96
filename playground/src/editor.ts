// The feature `suggest` of this release only registers inline suggestions, not the list.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/inlayHints/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/placeholderText/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import { editor, Uri } from 'monaco-editor/editor';
import { languageId, registerJson } from './json-language.ts';

export const configName = 'aks-node-controller-hotfix.json';

const options: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontSize: 13,
  lineHeight: 20,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 6,
  padding: { top: 8, bottom: 8 },
  wordWrap: 'on',
  // Not the dot, which is a default: a version stays on one line. Hints have spaces that do not break.
  wordWrapBreakAfterCharacters: ' \u00a0\t})]?|/&,;',
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  scrollBeyondLastLine: false,
  // The page scrolls on at the end of the text.
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
  occurrencesHighlight: 'off',
  // A hostile config must not look like another one: characters that reorder or hide text are shown as numbers.
  renderControlCharacters: true,
  unusualLineTerminators: 'off',
  wordBasedSuggestions: 'off',
  // The Tab key moves through the page, as elsewhere. Ctrl+M makes it indent.
  tabFocusMode: true,
  links: false,
};

export interface EditorTexts {
  readonly uri: string;
  readonly label: string;
  readonly placeholder: string;
}

export const configEditor: EditorTexts = {
  uri: `file:///${configName}`,
  label: 'Hotfix config',
  placeholder: 'Paste a hotfix config here …',
};

/** An editor for a document, light or dark like the system. */
export function createEditor(
  container: HTMLElement,
  { uri, label, placeholder }: EditorTexts,
): editor.IStandaloneCodeEditor {
  registerJson();
  editor.defineTheme('hotfix-light', {
    base: 'vs',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': '#ffffff',
      'editor.foreground': '#3b3b3b',
      'editorLineNumber.foreground': '#6e7681',
      'editorLineNumber.dimmedForeground': '#6e7681',
      'editorInlayHint.foreground': '#6b6b6b',
      'textLink.foreground': '#005fb8',
      'textLink.activeForeground': '#005fb8',
      focusBorder: '#005fb8',
    },
  });
  editor.defineTheme('hotfix-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': '#1f1f1f',
      'editor.foreground': '#cccccc',
      'editorLineNumber.foreground': '#8b949e',
      'editorLineNumber.dimmedForeground': '#8b949e',
      'editorWidget.background': '#202020',
      'editorInlayHint.foreground': '#a8a8a8',
      'editorActionList.background': '#202020',
      'textLink.foreground': '#4daafc',
      'textLink.activeForeground': '#4daafc',
      focusBorder: '#0078d4',
    },
  });
  const isDark = matchMedia('(prefers-color-scheme: dark)');
  const theme = () => (isDark.matches ? 'hotfix-dark' : 'hotfix-light');
  isDark.addEventListener('change', () => editor.setTheme(theme()));
  const model = editor.createModel('', languageId, Uri.parse(uri));
  const bracketColorizationOptions = { enabled: false, independentColorPoolPerBracketType: false };
  model.updateOptions({ tabSize: 4, insertSpaces: true, bracketColorizationOptions });
  return editor.create(container, {
    ...options,
    ariaLabel: label,
    placeholder,
    model,
    // On a phone, a version and its hint need the whole line.
    wrappingIndent: matchMedia('(max-width: 480px)').matches ? 'none' : 'indent',
    theme: theme(),
  });
}
