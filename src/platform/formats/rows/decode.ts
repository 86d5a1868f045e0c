import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';

export type EncodingFault = 'encoding-unknown' | 'encoding-wrong' | 'too-large';

export interface DecodeOptions {
  /** The `Content-Type` of the answer, if it came by HTTP. */
  contentType?: string | null;
  /** What the text itself says, e.g. in an XML declaration. */
  declared?: (start: string) => string | null;
  /** Tables from office programs rarely say what they are: fall back to windows-1252 instead of refusing. */
  guess?: boolean;
  maxBytes?: number;
}

export const MAX_BYTES = 10_000_000;

/**
 * Bytes to text. A byte order mark counts most, then the HTTP header, then the text's own declaration, then UTF-8.
 * `encoding-wrong` names the line of the first byte that does not fit.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): Outcome<string, EncodingFault> {
  if (bytes.length > (options.maxBytes ?? MAX_BYTES)) {
    return refuse('too-large', { values: { megabytes: Math.round((options.maxBytes ?? MAX_BYTES) / 1e6) } });
  }
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(marked, bytes);

  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const fromHeader = /charset\s*=\s*"?([\w.:-]+)/i.exec(options.contentType ?? '')?.[1];
  const fromText = utf16WithoutMark(bytes) ?? options.declared?.(start);
  const candidates = [fromHeader, fromText, 'utf-8', options.guess ? 'windows-1252' : null].filter(
    (name) => !!name,
  );
  let refusal: Outcome<string, EncodingFault> | null = null;
  for (const encoding of candidates) {
    const outcome = decodeAs(encoding!, bytes);
    if (outcome.ok) return outcome;
    refusal ??= outcome;
    // What a text says about itself is not overruled by a guess.
    if (encoding === fromText) break;
  }
  return refusal!;
}

function decodeAs(encoding: string, bytes: Uint8Array): Outcome<string, EncodingFault> {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return refuse('encoding-unknown', { values: { encoding } });
  }
  try {
    return done(decoder.decode(bytes));
  } catch {
    return refuse('encoding-wrong', { values: { encoding, line: firstBadLine(encoding, bytes) } });
  }
}

function firstBadLine(encoding: string, bytes: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** `<?` in two bytes each (XML 1.0, appendix F). */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] === 0x3f && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 && bytes[3] === 0x3f) return 'utf-16be';
  return null;
}
