import type { IPosition, IRange } from 'monaco-editor/editor';
import type { Position, Range } from 'vscode-languageserver-protocol';

// The protocol counts lines and characters from 0, the editor from 1.

export function protocolPosition({ lineNumber, column }: IPosition): Position {
  return { line: lineNumber - 1, character: column - 1 };
}

export function protocolRange(range: IRange): Range {
  return {
    start: { line: range.startLineNumber - 1, character: range.startColumn - 1 },
    end: { line: range.endLineNumber - 1, character: range.endColumn - 1 },
  };
}

export function editorPosition({ line, character }: Position): IPosition {
  return { lineNumber: line + 1, column: character + 1 };
}

export function editorRange({ start, end }: Range): IRange {
  return {
    startLineNumber: start.line + 1,
    startColumn: start.character + 1,
    endLineNumber: end.line + 1,
    endColumn: end.character + 1,
  };
}
