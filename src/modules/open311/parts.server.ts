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

/** A report that lies with another system under its own number there. */
export interface OpenReferral {
  referralId: string;
  externalId: string;
  url: string;
  jurisdiction: string | null;
}

/** What the other side said about it. */
export interface ForeignUpdate {
  referralId: string;
  /** The same news has the same id. */
  updateId: string;
  status: 'in-progress' | 'done' | 'not-possible' | null;
  text: string;
}

/** What this room needs of others; wiring hands it in. */
export interface Parts {
  takeReport(
    tenant: TenantScope,
    wish: ReportWish & { address: string },
  ): Promise<Outcome<CreatedReport, string>>;
  /** What lies with other systems and is not ended. */
  listReferrals(tenant: TenantScope): Promise<OpenReferral[]>;
  /** Tells the public history what the other side said; the same update again changes nothing. */
  takeUpdate(tenant: TenantScope, update: ForeignUpdate): Promise<Outcome<unknown, string>>;
  fetch: Fetch;
}
