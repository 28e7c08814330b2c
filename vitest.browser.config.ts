import { defineConfig } from 'vitest/config'
import { shared } from './vitest.config.ts'

/** Tests that drive a real browser (`CHROMIUM_PATH`, else /usr/bin/chromium). They fail, not skip, where it cannot start. */
export default defineConfig({
  test: { ...shared, include: ['tests/browser/**/*.test.ts'], maxWorkers: 1, testTimeout: 120_000 },
})
