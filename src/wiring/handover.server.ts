import { redact } from '#modules/assistant';
import { createHandover } from '#modules/handover.server';
import type { Handover } from '#modules/handover.server';
import type { Colleague } from '#modules/handover';
import { articleKind } from '#modules/knowledge.server';
import type { TenantScope } from '#platform/scope.server';
import { listMembers } from './colleagues.server.ts';
import type { People } from './colleagues.server.ts';

interface HandoverWish {
  secret: string;
  mail: { send(mail: { to: string; subject: string; text: string }): Promise<unknown> };
  identity: People;
  throttled: boolean;
}

/** Joins the handover with what it needs of others: people of the town, mail, and the kind an answer becomes. */
export function joinHandover({ secret, mail, identity, throttled }: HandoverWish): Handover {
  return createHandover({
    secret,
    mail,
    redact,
    article: articleKind,
    throttled,
    listColleagues: (tenant) => listColleagues(identity, tenant),
  });
}

/** Guides, and everybody whose role lets them answer; guides first. */
async function listColleagues(identity: People, tenant: TenantScope): Promise<Colleague[]> {
  return (await listMembers(identity, tenant, 'handover.answer'))
    .map(({ roles, hasRight, ...person }) => ({ ...person, isGuide: roles.includes('guide'), hasRight }))
    .filter(({ isGuide, hasRight }) => isGuide || hasRight)
    .sort((a, b) => Number(b.isGuide) - Number(a.isGuide))
    .map(({ hasRight: _, ...colleague }) => colleague);
}
