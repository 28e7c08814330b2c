import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/database-setup.ts'],
    setupFiles: ['tests/support/strict.ts'],
    maxWorkers: 3, // many tests wait for timers and processes of their own more than they compute
    retry: process.env.CI ? 1 : 0, // real processes and real time on a shared machine; a test that fails twice has failed
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
