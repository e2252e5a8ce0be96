import { buildPlayground, playgroundFolder, sizes } from './build.ts';
import { buildAndServe } from './serving.ts';

const usage = `Usage: npm run playground -- [--serve] [--port PORT]

Builds the playground: one folder that any file server can serve, without a program of its own.

  --serve       serves it on the loopback interface and opens it
  --port PORT   the port to serve it on; a free one unless given
  --help        shows this

BROWSER=none opens no browser; the address is printed in any case.`;

void buildAndServe(usage, async () => {
  const start = performance.now();
  await buildPlayground();
  for (const line of await sizes()) console.log(line);
  console.log(`Built ${playgroundFolder} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return { folder: playgroundFolder };
});
