/** A person fills in the form in more than three seconds and in less than a day. */
const FROM_MS = 3_000;
const UNTIL_MS = 24 * 3_600_000;

export function ticketFault(
  issuedAt: Date,
  now: Date,
  untilMs = UNTIL_MS,
): 'too-fast' | 'form-expired' | null {
  const age = now.getTime() - issuedAt.getTime();
  if (age < FROM_MS) return 'too-fast';
  return age > untilMs ? 'form-expired' : null;
}
