import type { CreatedReport, ReportWish } from '#modules/reports.server';
import type { FetchedDocument } from '#platform/http.server';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';

export interface FetchWish {
  accept?: string;
  send?: { contentType: string; body: string };
  acceptStatus?: (status: number) => boolean;
  limits?: { maxBytes?: number; totalMs?: number; idleMs?: number };
}

/** Speaks to the outside world; wiring hands in the guarded client. */
export type Fetch = (url: string, wish: FetchWish) => Promise<Outcome<FetchedDocument, string>>;

/** What this room needs of others; wiring hands it in. */
export interface Parts {
  takeReport(
    tenant: TenantScope,
    wish: ReportWish & { address: string },
  ): Promise<Outcome<CreatedReport, string>>;
  fetch: Fetch;
}
