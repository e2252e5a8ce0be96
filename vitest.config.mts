import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/{model,rules,service,coverage}/**/*.test.ts'] } },
      { test: { name: 'built', include: ['test/{lsp,cli,generated}/**/*.test.ts'], testTimeout: 30_000 } },
    ],
  },
});
