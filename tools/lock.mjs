// A lock for the scripts of this repository. It only needs Node, because it is used before packages are installed.
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const beat = 2000;
/** A holder that does not touch its lock for this long has ended, and the lock is removed. */
const patience = 60_000;
const pause = 200;

/** Runs the work when no other process holds the lock. `onWait` gets the id of the holder. */
export async function withLock(file, work, onWait = () => {}) {
  const own = JSON.stringify({ pid: process.pid, host: hostname(), since: Date.now() });
  for (let isReported = false; !take(file, own); ) {
    const holder = holderOf(file);
    if (holder && isGone(file, holder)) clear(file, holder.text);
    else {
      if (holder && !isReported) onWait(holder.pid);
      isReported ||= holder !== undefined;
      await wait(pause);
    }
  }
  const release = () => {
    if (holderOf(file)?.text === own) rmSync(file, { force: true });
  };
  const alive = setInterval(() => touch(file), beat);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    process.off('exit', release);
    release();
  }
}

/** A lock is created in one step, so that other processes can always read its holder. */
function take(file, own) {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, own);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
    return { text, ...JSON.parse(text) };
  } catch {
    // Deleted in the meantime, or not readable: use its age.
    return text === undefined ? undefined : { text };
  }
}

function isGone(file, { pid, host }) {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > patience || (host === hostname() && !isRunning(pid));
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Another process may have removed and taken it already. Then its lock is restored. */
function clear(file, text) {
  const cleared = `${file}.${process.pid}.gone`;
  try {
    renameSync(file, cleared);
    if (readFileSync(cleared, 'utf8') !== text) linkSync(cleared, file);
  } catch {
    // Another process was faster.
  }
  rmSync(cleared, { force: true });
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The lock was removed by mistake, after a change of the clock.
  }
}
