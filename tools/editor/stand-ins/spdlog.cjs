'use strict';
// Takes the place of @vscode/spdlog, whose native part would need a compiler. The editor writes its logs through it.
const { appendFile, mkdir } = require('node:fs/promises');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  #level = levels.indexOf('info');
  #pending;
  #file;

  constructor(_kind, _name, file) {
    this.#file = file;
    this.#pending = mkdir(dirname(file), { recursive: true });
  }

  #write(level, message) {
    if (level < this.#level) return;
    const line = `${new Date().toISOString()} [${levels[level]}] ${message}\n`;
    // The folder is a temporary one, which may be gone before the last line: a lost line must not end the editor.
    this.#pending = this.#pending.then(() => appendFile(this.#file, line)).catch(() => {});
  }

  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}

  static {
    for (const [level, name] of levels.entries()) {
      Logger.prototype[name] = function write(message) {
        this.#write(level, message);
      };
    }
  }
}

const create = async (name, file) => new Logger('rotating', name, file);

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
