import { defineJob } from '#platform/jobs.server';
import type { Job } from '#platform/jobs.server';
import { log } from '#platform/log.server';
import type { TenantScope } from '#platform/scope.server';
import type { Mail } from './mail.ts';
import { mayAskFor } from './recipients.server.ts';

/** How a room writes the letters it announces. An announcement holds ids only; words and addresses are read here. */
export interface LetterWork<Letter> {
  /** Name of the job, e.g. `handover.send-letter`. */
  name: string;
  /** Topic of the announcement. */
  topic: string;
  mail: { send(mail: Mail): Promise<unknown> };
  /** Null when there is nobody to write to any more. */
  write(tenant: TenantScope, letter: Letter): Promise<Mail | null>;
  /**
   * Letters to an address that somebody has only typed in so far, and the secret their number a day is counted with. Of
   * these an address gets a few a day; who typed it in is told nothing of that.
   */
  asked?: { secret: string; is(letter: Letter): boolean };
  /** What is noted once the mail server has taken the letter over. */
  sent?(tenant: TenantScope, letter: Letter): Promise<unknown>;
}

/** The job that writes and sends what a room announced; it is tried again until the mail server takes it over. */
export function defineLetterJob<Letter>(work: LetterWork<Letter>): Job {
  return defineJob<Letter>({
    name: work.name,
    topic: work.topic,
    handle: (letter, { id, scope }) => sendLetter(work, scope, letter, id),
  });
}

/** @param id of the announcement: a second delivery carries the same id, so that a mail program shows one letter. */
export async function sendLetter<Letter>(
  work: LetterWork<Letter>,
  tenant: TenantScope,
  letter: Letter,
  id: string,
): Promise<void> {
  const mail = await work.write(tenant, letter);
  // No connection is held while another server is spoken to.
  await tenant.end();
  if (!mail) return;
  const { asked } = work;
  if (asked?.is(letter) && !(await mayAskFor(tenant, { secret: asked.secret, to: mail.to, id }))) {
    log.info('mail.held-back', { town: tenant.tenant.slug, letter: work.name });
    return;
  }
  await work.mail.send({ ...mail, messageId: `<${id}@${tenant.tenant.slug}.ortskern>` });
  await work.sent?.(tenant, letter);
}
