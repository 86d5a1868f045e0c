import type { StaffSession } from '#modules/identity';
import type { Town } from '#modules/tenancy';
import type { Translator } from '#platform/i18n';
import type { Locale } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';

declare global {
  namespace App {
    interface Locals {
      tenant: TenantScope;
      town: Town;
      locale: Locale;
      t: Translator;
      requestId: string;
      /** The path as the person typed it, without language prefix. */
      path: string;
      /** Signed-in member of staff, on /verwaltung and its endpoints only. */
      staff: StaffSession | null;
      /** A fault of this request was the database's; the hook then answers for it. */
      isDatabaseAway: boolean;
    }
    interface Error {
      message: string;
      requestId?: string;
    }
  }
}

export {};
