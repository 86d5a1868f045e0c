/** Why the embedded database could not be started; the start prints a sentence and what to do for each. */
export type DatabaseFaultCode =
  'no-binaries' | 'no-user' | 'not-writable' | 'disk-full' | 'in-use' | 'wrong-credentials' | 'start-failed';

export class DatabaseFault extends Error {
  readonly code: DatabaseFaultCode;
  readonly values: Record<string, string>;

  constructor(code: DatabaseFaultCode, values: Record<string, string> = {}, options?: ErrorOptions) {
    super(`${code}: ${Object.values(values).join(' ')}`, options);
    this.code = code;
    this.values = values;
  }
}

/** Tells a full disk and a forbidden folder apart from everything else that PostgreSQL or Node report. */
export function faultFrom(error: unknown, values: Record<string, string>): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const text = error instanceof Error ? error.message : String(error);
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || /no space left on device|disk quota exceeded/i.test(text)) {
    return new DatabaseFault('disk-full', values, { cause: error });
  }
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    /permission denied|read-only file system/i.test(text)
  ) {
    return new DatabaseFault('not-writable', values, { cause: error });
  }
  return new DatabaseFault('start-failed', { ...values, reason: text.trim() }, { cause: error });
}
