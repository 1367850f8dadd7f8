import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Each of these files has a process of its own, and they start first, because the longest are among them. */
const APART = [
  // They start programs, measure time, or replace a process's timers.
  'server/*.int.test.ts',
  'server/{bus,cli,guides,identity,packs,process,store,testing,webhooks}/*.int.test.ts',
  'server/review/{heard,history}.int.test.ts',
  'server/transport/{heartbeat,network,see}.int.test.ts',
  'app/history/import/keep-in-parts.test.ts',
  'server/guides/read-pack.fuzz.test.ts',
  'server/guides/tidy.test.ts',
  'server/review/*.property.test.ts',
  'server/room/see.property.test.ts',
  'server/testing/simulation/simulation.test.ts',
  // A library takes the clock that it finds when it is loaded, and this file gives it another one.
  'app/room/code/cursors.test.ts',
];

const ALL = ['server/**/*.test.ts', 'app/**/*.test.ts', 'app/**/*.test.tsx'];

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // Left to itself it keeps one core free, which is half of two; much of what is tested waits for a disk or a program.
    maxWorkers: availableParallelism(),
    // As `server/testing/tries.ts` multiplies what is tried.
    testTimeout: 60_000 * Number(process.env.TIMES || 1),
    hookTimeout: 90_000,
    // Projects start in the order of their names.
    projects: [
      { extends: true, test: { name: 'apart', include: APART } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ALL,
          exclude: APART,
          isolate: false,
          setupFiles: ['server/testing/left-as-found.ts'],
        },
      },
    ],
  },
});
