import { showDay } from '#platform/formats';
import { askedAlone } from '#platform/scope';
import type { Asking } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import type { ContentKind } from './kind.server.ts';
import type { Content } from './model.ts';
import { listNewest } from './queries.server.ts';

const LOOKED_AT = 50;
const SAID = 4;

export interface NewestWish<Details> {
  asks(question: string): boolean;
  /** Whether an entry is of those the question wants. */
  isMeant(question: string, content: Content<Details>): boolean;
  /** What does not grow old, like a tour, is told without a day. */
  isTimeless?: boolean;
}

/** "Was gibt es Neues?", "Welche Touren gibt es?": the newest public entries of a kind, each cited for what it says in short. */
export function newestReader<Details>(
  kind: ContentKind<Details>,
  { asks, isMeant, isTimeless = false }: NewestWish<Details>,
) {
  return {
    kind: kind.kind,
    readsAll: true,
    asks,
    async read(tenant: TenantScope, question: string, { recall }: Asking = askedAlone) {
      const { items } = await recall(`newest ${kind.kind}`, () =>
        listNewest(tenant, kind, { limit: LOOKED_AT }),
      );
      const meant = items.filter((one) => isMeant(question, one)).slice(0, SAID);
      return meant.length === 0
        ? null
        : meant.map((one) => ({ id: one.id, sentences: [saying(tenant, one, isTimeless)] }));
    },
  };
}

function saying<Details>(tenant: TenantScope, content: Content<Details>, isTimeless: boolean) {
  const { title, summary, publishAt, publishedAt, createdAt } = content;
  const day = showDay(publishAt ?? publishedAt ?? createdAt, tenant.locale);
  const key = isTimeless ? 'publishing.answer.listed' : 'publishing.answer.newest';
  return { key, values: { title, summary, day } };
}
