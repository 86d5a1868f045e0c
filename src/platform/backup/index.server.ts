export { writeBackup } from './write.server.ts';
export type { BackupReport } from './write.server.ts';
export { restoreBackup } from './restore.server.ts';
export { BackupFault } from './faults.server.ts';
export type { BackupFaultCode } from './faults.server.ts';
