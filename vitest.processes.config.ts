import { defineConfig } from 'vitest/config'
import { processTests, shared } from './vitest.config.ts'

/** Whole services that are started, stopped and killed; two at a time leave them the time they need. */
export default defineConfig({
  test: { ...shared, include: processTests, maxWorkers: 2, testTimeout: 120_000 },
})
