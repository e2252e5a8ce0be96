'use strict';
// Loaded before the editor's server and its children, so that none outlives a starter that was killed outright.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(87);
}, 1000).unref();
