import 'monaco-editor/editor';
