import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { faultsOf } from '../melden/fields.ts';

type Event = Pick<RequestEvent, 'locals'> & { params: { token: string } };

/** Opening the link of a mail does nothing: mail programs open links of their own accord. */
export function openLink({ setHeaders }: Pick<RequestEvent, 'setHeaders'>): void {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
}

/** The step the link is for, once its button is pressed; `number` leads to the public report, where there is one to show. */
export const takeStep =
  (command: (tenant: TenantScope, token: string) => Promise<Outcome<{ number: number | null }, string>>) =>
  async ({ locals: { tenant, t }, params }: Event) => {
    const outcome = await command(tenant, params.token);
    if (!outcome.ok) return fail(404, { isDone: false, number: null, faults: faultsOf(t, outcome) });
    return { isDone: true, number: outcome.value.number, faults: [] };
  };
