import { backupCommand } from './backup-command.ts'
import { backupKeyCommand } from './key-command.ts'
import { restoreCommand } from './restore-command.ts'

/** What an administrator does with backups: `backup`, `restore`, `backup-key`. */
export const backupCommands = [backupCommand, restoreCommand, backupKeyCommand]
