'use strict';
// Takes the place of native-watchdog, whose native part would need a compiler: ends a process whose parent is gone.
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

exports.start = (pid) => {
  setInterval(() => {
    if (!isAlive(pid)) process.exit(87);
  }, 1000).unref();
};
exports.exit = (code) => process.exit(code ?? 0);
