import { CannotWork } from '../../server/src/cli/terminal.ts';

/** In place of the MCP server, which would make the action twice as large. */
export async function serve(): Promise<never> {
  throw new CannotWork(
    'cannot start the MCP server: it is not part of the action',
    'run "hotfix-config mcp" of the npm package',
  );
}
