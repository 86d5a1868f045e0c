import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { newId } from '#platform/db.server';
import { log } from '#platform/log.server';
import type { Mail } from './mail.ts';

export type { Mail } from './mail.ts';
export { defineLetterJob, sendLetter } from './letters.server.ts';
export type { LetterWork } from './letters.server.ts';
export { ASKED_LETTERS_A_DAY, forgetAskedLetters } from './recipients.server.ts';

export interface MailSender {
  /** Resolves when the mail server has taken the mail over; throws when it has not. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailWish {
  smtpUrl: string | null;
  from: string;
  /** Where mails are laid when there is no mail server. */
  folder: string;
}

/** Sends by SMTP; without a mail server each mail becomes a file, so that nothing a town says is lost in silence. */
export function createMailSender(wish: MailWish): MailSender {
  return wish.smtpUrl ? smtpSender(wish.smtpUrl, wish.from) : folderSender(wish.folder, wish.from);
}

function smtpSender(url: string, from: string): MailSender {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail, from));
      log.info('mail.sent', { subjectLength: mail.subject.length });
    },
    close: () => transport.close(),
  };
}

function folderSender(folder: string, from: string): MailSender {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await writer.sendMail(messageOf(mail, from));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${newId()}.eml`);
      await writeFile(`${path}.tmp`, message as Buffer, { mode: 0o600 });
      await rename(`${path}.tmp`, path);
      log.info('mail.kept-as-file', { path });
    },
    close: () => writer.close(),
  };
}

function messageOf(mail: Mail, from: string): SendMailOptions {
  return {
    from,
    to: oneLine(mail.to),
    subject: oneLine(mail.subject),
    text: mail.text,
    ...(mail.replyTo ? { replyTo: oneLine(mail.replyTo) } : {}),
    ...(mail.messageId ? { messageId: mail.messageId } : {}),
    ...(mail.calendar ? { attachments: [calendarOf(mail.calendar)] } : {}),
    headers: {
      // Holiday notices must not answer a machine (RFC 3834).
      'auto-submitted': 'auto-generated',
      ...(mail.unsubscribeUrl
        ? {
            'list-unsubscribe': `<${oneLine(mail.unsubscribeUrl)}>`,
            'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
  };
}

function calendarOf({ fileName, content }: { fileName: string; content: string }) {
  return { filename: fileName, content, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' };
}

/** A line break in a header would let a sender add recipients. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
