import { configDefaults, defineConfig } from 'vitest/config'

/** What the tests in a browser share with the others. */
export const shared = {
  globalSetup: ['tests/support/database-setup.ts'],
  setupFiles: ['tests/support/strict.ts'],
  retry: process.env.CI ? 1 : 0, // real processes and real time on a shared machine; a test that fails twice has failed
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/** Tests that start and kill whole services again and again, minutes of them: `npm run test:processes`. */
export const processTests = [
  'tests/kills/**/*.test.ts',
  'tests/app/processes.test.ts',
  'tests/app/roles.test.ts',
  'tests/cli/backup.test.ts',
]

export default defineConfig({
  test: {
    ...shared,
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/browser/**', ...processTests],
    maxWorkers: 3, // many tests wait for timers and processes of their own more than they compute
  },
})
