export type BackupFaultCode =
  | 'not-a-backup'
  | 'newer-format'
  | 'newer-schema'
  | 'other-schema'
  | 'damaged'
  | 'not-empty'
  | 'conflict'
  | 'unknown-town';

/** Why a backup could not be written or restored. Whatever it is, the database is as it was before. */
export class BackupFault extends Error {
  readonly code: BackupFaultCode;
  readonly values: Record<string, string>;
  constructor(code: BackupFaultCode, values: Record<string, string> = {}, options?: ErrorOptions) {
    super(`${code} ${Object.values(values).join(' ')}`, options);
    this.code = code;
    this.values = values;
  }
}
