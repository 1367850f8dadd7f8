import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['server/**/*.test.ts', 'app/**/*.test.ts', 'app/**/*.test.tsx'],
    // As `server/testing/tries.ts` multiplies what is tried.
    testTimeout: 60_000 * Number(process.env.TIMES || 1),
    hookTimeout: 90_000,
  },
});
