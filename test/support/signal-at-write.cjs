// Loaded before a program (`node --require`): sends it a signal, named by SIGNAL_AT_WRITE, in the middle of its first write
// to a file.
const fs = require('node:fs');

const { ftruncateSync } = fs;
fs.ftruncateSync = (...args) => {
  fs.ftruncateSync = ftruncateSync;
  process.kill(process.pid, process.env.SIGNAL_AT_WRITE);
  ftruncateSync(...args);
};
