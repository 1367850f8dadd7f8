import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['server/**/*.test.ts', 'app/**/*.test.ts', 'app/**/*.test.tsx'],
    // Left to itself it keeps one core free, which is half of two; much of what is tested waits for a disk or a program.
    maxWorkers: availableParallelism(),
    // As `server/testing/tries.ts` multiplies what is tried.
    testTimeout: 60_000 * Number(process.env.TIMES || 1),
    hookTimeout: 90_000,
  },
});
