// Started by action.yml. Uses old syntax, so that an old Node can run it and report its version.
'use strict';
// biome-ignore lint/style/useNodejsImportProtocol: Node has it since 14.18.
var fs = require('fs');
var oldest = [20, 19];
var version = process.versions.node.split('.').map(Number);

if (version[0] > oldest[0] || (version[0] === oldest[0] && version[1] >= oldest[1])) {
  require('../../action/action.js');
} else {
  console.log(
    '::error title=hotfix-config::The action needs Node ' +
      oldest.join('.') +
      ' or later, and this is Node ' +
      process.versions.node +
      ': write "node: 20" among its inputs.',
  );
  if (process.env.GITHUB_OUTPUT) fs.appendFileSync(process.env.GITHUB_OUTPUT, 'exit-status<<end\n3\nend\n');
  process.exit(3);
}
