const REMOVED = '[entfernt]';

/** Fields that hold what people said or what opens doors, whatever their value looks like. */
const SECRET_FIELDS =
  /^(authorization|cookie|set-cookie|password|passwort|secret|token|code|otp|session|email|e-?mail|mail|to|from|recipient|phone|question|frage|answer|message_text|body|text|comment|name|ip)$/i;

const MAIL = /[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}.-]+\.[\p{L}]{2,}/giu;
// Long runs of letters and digits are session ids, signatures, keys. Ids of rows (UUIDs) stay: they help and open nothing.
const TOKEN = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{28,}(?![\w-])/g;
// Whatever it looks like, the last part of these addresses lets its bearer in.
const BEARER_PATH =
  /(\/(?:verwaltung\/(?:einladung|passwort)|anfrage|meldung(?:\/(?:bestaetigen|abbestellen))?|anmeldung|merken|veranstalter|weitergabe|orte\/bestaetigen|veranstaltungen\/vorschlagen)\/)[^\s/?#"']+/g;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PASSWORD_IN_URL = /(\w+:\/\/[^:@/\s]*):[^@/\s]+@/g;
// The driver repeats in its message what a statement was given: names, texts, hashes.
const PARAMETERS = /^params: [^]*?(?=^\s+at |(?![^]))/gm;
// What people ask stands in query strings.
const QUERY = /(\/[^\s?"']*)\?[^\s"']*/g;

/** A copy of `value` without mail addresses, tokens, query strings and what people wrote. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (depth > 6) return '[…]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      SECRET_FIELDS.test(name) ? REMOVED : redact(item, depth + 1),
    ]),
  );
}

export function redactText(text: string): string {
  return text
    .replace(PARAMETERS, `params: ${REMOVED}\n`)
    .replace(PASSWORD_IN_URL, '$1:…@')
    .replace(MAIL, '[mail]')
    .replace(QUERY, '$1?…')
    .replace(BEARER_PATH, '$1[token]')
    .replace(TOKEN, (run) => (UUID.test(run) ? run : '[token]'));
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: redactText(error.message),
    ...(code === undefined ? {} : { code: String(code) }),
    stack: redactText(error.stack ?? ''),
    ...(error.cause && depth < 3 ? { cause: redact(error.cause, depth + 1) } : {}),
  };
}

/** An address that tells a region but no household: the last byte of IPv4, the last ten of IPv6 are dropped. */
export function truncateAddress(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (plain.includes('.')) return plain.replace(/\d+$/, '0');
  const groups = plain.split('::')[0]!.split(':').filter(Boolean).slice(0, 3);
  return `${groups.join(':')}::`;
}
