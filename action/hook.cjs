#!/usr/bin/env node
'use strict';
var version = process.versions.node.split('.').map(Number);
if (version[0] > 20 || (version[0] === 20 && version[1] >= 19)) {
  process.argv.splice(2, 0, 'command-line');
  require('./action.js');
} else {
  var message = 'hotfix-config needs Node 20.19 or later, and this is Node ' + process.versions.node;
  console.error('error: ' + message);
  process.exit(3);
}
