import type { Connection } from 'vscode-languageserver';
import type { Checker } from './checker.ts';
import { answerCoverage } from './coverage.ts';
import { answerExplain } from './explain-command.ts';
import { answerNodeLists } from './node-list-answer.ts';

/** Requests about an open config that are not part of the protocol. */
export function answerOwnRequests(connection: Connection, checker: Checker): void {
  answerCoverage(connection, checker);
  answerNodeLists(connection, checker);
  answerExplain(connection, checker);
}
