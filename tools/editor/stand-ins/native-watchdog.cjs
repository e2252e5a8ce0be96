'use strict';
// Replaces native-watchdog, whose native part would need a compiler: ends a process whose parent has ended.
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
