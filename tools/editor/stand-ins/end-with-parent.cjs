'use strict';
// Loaded before the editor's server and its children, so that they end when the starting process was killed.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(87);
}, 1000).unref();
