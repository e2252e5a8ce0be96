#!/usr/bin/env node
'use strict';
var version = process.versions.node.split('.').map(Number);
if (version[0] > 20 || (version[0] === 20 && version[1] >= 19)) {
  require('./action.js');
} else {
  var message = 'The action needs Node 20.19 or later, and this is Node ' + process.versions.node;
  console.log('::error title=hotfix-config::' + message + ': write "node: 20" among its inputs.');
  if (process.env.GITHUB_OUTPUT) require('fs').appendFileSync(process.env.GITHUB_OUTPUT, 'exit-status<<end\n3\nend\n');
  process.exit(3);
}
