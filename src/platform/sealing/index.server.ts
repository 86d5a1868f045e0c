import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Who seals: the secret of the installation and the name of the room, so that nothing of one opens in another. */
export interface Sealer {
  secret: string;
  room: string;
}

const MARK = 'sealed:1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a text for the database. @param about what it belongs to; it opens only with the same. */
export function seal(sealer: Sealer, about: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(sealer), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return MARK + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text again; null when it was sealed by somebody else, for something else, or was changed. */
export function unseal(sealer: Sealer, about: string, sealed: string): string | null {
  if (!isSealed(sealed)) return null;
  const bytes = Buffer.from(sealed.slice(MARK.length), 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv('aes-256-gcm', keyOf(sealer), nonce, options).setAAD(Buffer.from(about));
  decipher.setAuthTag(tag);
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

export function isSealed(text: string): boolean {
  return text.startsWith(MARK);
}

function keyOf({ secret, room }: Sealer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `ortskern sealing ${room}`, 32));
}
