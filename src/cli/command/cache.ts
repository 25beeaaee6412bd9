import { resolve } from 'node:path'
import { cacheLocationOption, type CacheOptions, userFolder } from '../cache.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { CliCommand } from '../command.ts'
import { exitCode } from '../exit-code.ts'

const examples = `
例:
  policy-lint cache clear
`

/** `policy-lint cache clear`: forgets what earlier checks found out. */
export const cacheCommand: CliCommand = {
  name: 'cache',
  declare(command, io, end) {
    command
      .description('check が次の回のために残す判定の控えを消します')
      .usage('clear [オプション]')
      .argument('<操作>', 'clear（消します）', (action: string) => {
        if (action === 'clear') return action
        throw new UsageError(`cache に「${action}」という操作はありません`, {
          hint: '例: policy-lint cache clear',
        })
      })
      .addOption(cacheLocationOption())
      .addHelpText('after', examples)
      .action(async (_action: string, { cacheLocation }: CacheOptions) => {
        const { clearCache } = await import('../../source/cache-folder.ts')
        const folder =
          cacheLocation === undefined ? userFolder(io, 'cache') : resolve(io.cwd, cacheLocation)
        const isCleared = folder !== undefined && clearCache(folder)
        io.stdout.write(isCleared ? '判定の控えを消しました\n' : '判定の控えはありません\n')
        end(exitCode.clean)
      })
  },
}
