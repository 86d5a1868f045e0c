import { findDeskOffer, saveOffer } from '#modules/attendance.server';
import { listDeskEntries } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';

/** How the sign-up of example events works, by the id the event has in its file. */
export interface ExampleSignUps {
  offers: ({ externalId: string } & Record<string, unknown>)[];
}

/** Opens the sign-up of example events; one that is there stays as the desk has it. */
export async function seedSignUps(scope: TenantScope, { offers }: ExampleSignUps): Promise<void> {
  const events = (await listDeskEntries(scope, { kind: 'event', limit: 100 })).items;
  for (const { externalId, ...offer } of offers) {
    const event = events.find((entry) => entry.externalId === externalId && entry.isExample);
    if (!event || (await findDeskOffer(scope, event.id))?.offer) continue;
    const saved = await saveOffer(scope, event.id, { ...offer, opensAt: null, isOpen: true });
    if (!saved.ok)
      throw new Error(`the sign-up of ${externalId} was refused: ${JSON.stringify(saved.details)}`);
  }
}
