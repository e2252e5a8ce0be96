import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

// Code that the engine optimizes is no longer counted, and when that happens depends on the machine.
setFlagsFromString('--no-opt');

/**
 * Counts how often the blocks of our code run during some work. The count is the same on every machine. A block is
 * code without a branch. The engine's own work for patterns and sorting does not count.
 */
export async function stepsOf(work: () => void | Promise<void>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await session.post('Profiler.takePreciseCoverage');
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const ours = result.filter(({ url }) => url.includes('/server/src/'));
    const counts = ours.flatMap(({ functions }) =>
      functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}
