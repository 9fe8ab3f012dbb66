import { Command } from 'commander';
import { analyseCommand } from './analyse.ts';
import { auditCommand } from './audit.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { demoCommand } from './demo.ts';
import { exportCommand } from './export.ts';
import { keysCommand } from './keys.ts';
import { managerCommand } from './manager.ts';
import { run } from './program.ts';
import { retentionCommand } from './retention.ts';
import { referentialCommand } from './referential.ts';
import { subjectsCommand } from './subjects.ts';
import { surveysCommand } from './surveys.ts';
import { timetableCommand } from './timetable.ts';
import { verifyCommand } from './verify.ts';

const program = new Command('parchemin')
  .description('Parchemin, du référentiel au parchemin')
  .addCommand(referentialCommand())
  .addCommand(subjectsCommand())
  .addCommand(timetableCommand())
  .addCommand(analyseCommand())
  .addCommand(demoCommand())
  .addCommand(managerCommand())
  .addCommand(verifyCommand())
  .addCommand(keysCommand())
  .addCommand(exportCommand())
  .addCommand(surveysCommand())
  .addCommand(retentionCommand())
  .addCommand(auditCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand());

process.exitCode = await run(program, process.argv.slice(2));
