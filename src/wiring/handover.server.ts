import { redact } from '#modules/assistant';
import { createHandover } from '#modules/handover.server';
import type { Handover } from '#modules/handover.server';
import type { Colleague } from '#modules/handover';
import type { Identity } from '#modules/identity.server';
import { articleKind } from '#modules/knowledge.server';
import type { TenantScope } from '#platform/scope.server';

interface HandoverWish {
  secret: string;
  mail: { send(mail: { to: string; subject: string; text: string }): Promise<unknown> };
  identity: Pick<Identity, 'listPeople' | 'listRoles'>;
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
async function listColleagues(identity: HandoverWish['identity'], tenant: TenantScope): Promise<Colleague[]> {
  const roles = await identity.listRoles(tenant);
  const answering = roles
    .filter(({ permissions }) => permissions.includes('*') || permissions.includes('handover.answer'))
    .map(({ key }) => key);
  return (await identity.listPeople(tenant))
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ userId, name, email, roles: held }) => ({
      id: userId,
      name,
      email,
      isGuide: held.includes('guide'),
      mayAnswer: held.some((key) => answering.includes(key)),
    }))
    .filter(({ isGuide, mayAnswer }) => isGuide || mayAnswer)
    .sort((a, b) => Number(b.isGuide) - Number(a.isGuide))
    .map(({ mayAnswer: _, ...colleague }) => colleague);
}
