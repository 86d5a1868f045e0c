/** Where files are kept. Keys are made by this program only: `<tenant id>/<two letters>/<id>/<name>`. */
export interface FileStore {
  /** Either the whole file is there afterwards or nothing of it. */
  write(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  read(key: string): Promise<StoredFile | null>;
  remove(key: string): Promise<void>;
  /** All keys that begin with `prefix`, in no special order. */
  list(prefix: string): AsyncIterable<string>;
  /** Removes what broken writes left behind longer ago than a day; answers how many files that were. */
  sweep(now: Date): Promise<number>;
}

export interface StoredFile {
  bytes: Uint8Array;
  mediaType: string;
}

/** Too little room is left to take anything more; what is there can still be read. */
export class StorageFull extends Error {}

const KEY = /^[0-9a-z-]+(\/[0-9A-Za-z._-]+)+$/;

/** A key is a path; one that leaves its folder is a bug or an attack. */
export function assertKey(key: string): void {
  if (!KEY.test(key) || key.split('/').some((part) => part.startsWith('.')))
    throw new TypeError(`not a file key: ${key}`);
}

const MEDIA_TYPES: Record<string, string> = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
};

export function mediaTypeOf(key: string): string {
  return MEDIA_TYPES[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
