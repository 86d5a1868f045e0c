import { createHash } from 'node:crypto';
import type { SearchDocument } from '#answer-engine';

/** A hash of a document: what has the same did not change. */
export function printOf(document: SearchDocument): string {
  return createHash('sha1').update(JSON.stringify(document)).digest('base64');
}
