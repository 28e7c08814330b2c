import { explainError, runCommand } from './cli/commands.ts'

try {
  process.exitCode = await runCommand(process.argv.slice(2))
} catch (error) {
  console.error(explainError(error))
  process.exitCode = 1
}
