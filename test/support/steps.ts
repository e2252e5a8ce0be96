import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

// What the engine makes fast it counts no more, and when it does so depends on the machine.
setFlagsFromString('--no-opt');

/**
 * How often the parts of our code are run while something is done: a count, which is the same on every machine. Each
 * stretch of code without a branch counts as one; what the engine does for a pattern or a sort is not seen.
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
