// A lock for the scripts of this repository. It needs nothing but Node: it is held before any package is there.
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const beat = 2000;
/** A holder that does not show for so long is gone, and so is what it left behind. */
const patience = 60_000;
const pause = 200;

/** Does the work once no other process holds the lock; `onWait` is told who does. */
export async function withLock(file, work, onWait = () => {}) {
  const own = JSON.stringify({ pid: process.pid, host: hostname(), since: Date.now() });
  for (let isTold = false; !take(file, own); ) {
    const holder = holderOf(file);
    if (holder && isGone(file, holder)) clear(file, holder.text);
    else {
      if (holder && !isTold) onWait(holder.pid);
      isTold ||= holder !== undefined;
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

/** A lock appears whole: whoever finds it can read who holds it. */
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
    // Gone in the meantime, or not ours to read: its age tells.
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

/** Another process may have cleared it and taken it already: then that one's is put back. */
function clear(file, text) {
  const cleared = `${file}.${process.pid}.gone`;
  try {
    renameSync(file, cleared);
    if (readFileSync(cleared, 'utf8') !== text) linkSync(cleared, file);
  } catch {
    // Somebody else was faster.
  }
  rmSync(cleared, { force: true });
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // It was taken for gone, by a clock that was set.
  }
}
