import type { AnyKind } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import type { Colleague } from './model.ts';

/** Hands a mail to the mail server; throws when it was not taken. */
export interface Mailer {
  send(mail: {
    to: string;
    subject: string;
    text: string;
    replyTo?: string;
    messageId?: string;
  }): Promise<unknown>;
}

/** What this room needs of others; wiring hands it in. */
export interface Parts {
  /** Signs forms and makes the asker's links: with another one, open links are void. */
  secret: string;
  mail: Mailer;
  /** Takes names, numbers and addresses out of a text. */
  redact(text: string): string;
  /** Who may be given an inquiry in this town. */
  listColleagues(tenant: TenantScope): Promise<Colleague[]>;
  /** The kind of content an answer becomes. */
  article: AnyKind;
  /** `false` switches the limits on senders off, for measuring only. */
  throttled?: boolean;
}
