import de from './messages/de.json' with { type: 'json' };

/** Words for what is written where no reader is: into the public history, and into the referral at the desk. */
export function say(key: string): string {
  return (de as Record<string, string>)[key] ?? key;
}
