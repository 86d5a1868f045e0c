import type { PictureKeeper } from '#modules/publishing.server';
import type { FileStore } from '#platform/files.server';
import type { TenantScope } from '#platform/scope.server';
import type { Body, Colleague, PublicReport } from './model.ts';

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

/** A report on its way to another system, without anything of the reporter. */
export interface Forwarded {
  body: Body & { open311ApiKey: string | null };
  report: PublicReport;
  message: string;
  /** Where the public page and the pictures of the report begin. */
  origin: string;
  /** The same for every attempt. */
  referralId: string;
}

/** Hands a report to another Open311 server; throws when it may be tried again. */
export type Forward = (
  tenant: TenantScope,
  forwarded: Forwarded,
) => Promise<{ externalId: string } | { fault: string }>;

/** What this room needs of others; wiring hands it in. */
export interface Parts {
  /** Signs forms and makes links: with another one, open links are void. */
  secret: string;
  mail: Mailer;
  keepPicture: PictureKeeper;
  files: Pick<FileStore, 'read' | 'remove' | 'list'>;
  /** Who may be given a report in this town. */
  listColleagues(tenant: TenantScope): Promise<Colleague[]>;
  /** Without it bodies with an Open311 endpoint are written to by mail. */
  forward?: Forward;
  /** `false` switches the limits on senders off, for measuring only. */
  throttled?: boolean;
}
