import { defineConfig } from 'vitest/config';

const needsDatabase = { globalSetup: ['tests/support/database-server.ts'] };

/** One project for each kind of test; `npm test -- store` runs one of them. */
export default defineConfig({
  test: {
    environment: 'node',
    // What jobs and mails log on their way would bury the results.
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' },
    // Two cores are what the smallest machine has.
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,tests/support,bench,demo}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'store', include: ['{src,tests/support}/**/*.db.test.ts'], ...needsDatabase },
      },
      {
        extends: true,
        test: { name: 'isolation', include: ['tests/isolation/**/*.test.ts'], ...needsDatabase },
      },
      { extends: true, test: { name: 'house', include: ['tests/house/**/*.test.ts'], ...needsDatabase } },
      {
        extends: true,
        test: {
          name: 'e2e',
          ...needsDatabase,
          include: ['tests/{e2e,support}/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
