#!/usr/bin/env node
// The command line for pre-commit, from a clone in which nothing is installed. Uses old syntax, as start.cjs does.
'use strict';
var oldest = [20, 19];
var version = process.versions.node.split('.').map(Number);

if (version[0] > oldest[0] || (version[0] === oldest[0] && version[1] >= oldest[1])) {
  process.argv.splice(2, 0, 'command-line');
  require('../../action/action.js');
} else {
  console.error(
    'error: hotfix-config needs Node ' +
      oldest.join('.') +
      ' or later, and this is Node ' +
      process.versions.node,
  );
  process.exit(3);
}
