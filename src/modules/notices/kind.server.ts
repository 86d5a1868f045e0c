import { and, eq, inArray } from 'drizzle-orm';
import { factLine, searchDocumentOf } from '#modules/publishing';
import type { ContentKind } from '#modules/publishing.server';
import { showPartialDate } from '#platform/formats';
import { NOTICE_CATEGORIES, noticeDetails } from './model.ts';
import type { NoticeDetails } from './model.ts';
import { notice } from './tables.server.ts';

/** Official notices (Bekanntmachungen) as a kind of content. */
export const noticeKind: ContentKind<NoticeDetails> = {
  kind: 'notice',
  path: 'bekanntmachungen',
  permission: 'notices',
  categories: NOTICE_CATEGORIES,
  details: noticeDetails,
  fields: [
    { name: 'issuer', input: 'text', label: 'notices.field.issuer' },
    { name: 'fileNumber', input: 'text', label: 'notices.field.fileNumber' },
    { name: 'displayedFrom', input: 'date', label: 'notices.field.displayedFrom' },
    { name: 'deadline', input: 'date', label: 'notices.field.deadline', hint: 'notices.field.deadline.hint' },
  ],
  async loadDetails(store, tenantId, entryIds) {
    const rows = await store
      .select()
      .from(notice)
      .where(and(eq(notice.tenantId, tenantId), inArray(notice.entryId, [...entryIds])));
    return new Map(rows.map(({ tenantId: _, entryId, ...details }) => [entryId, details]));
  },
  async saveDetails(store, tenantId, entryId, details) {
    await store
      .insert(notice)
      .values({ tenantId, entryId, ...details })
      .onConflictDoUpdate({ target: [notice.tenantId, notice.entryId], set: details });
  },
  toSearchDocument(content) {
    const document = searchDocumentOf(content, 'bekanntmachungen');
    const { issuer, deadline } = content.details;
    if (issuer) document.lines.push(factLine(`Bekannt gemacht von: ${issuer}.`, content.title));
    if (deadline)
      document.lines.push(
        factLine(`Einwendungen sind möglich bis ${showPartialDate(deadline)}.`, content.title),
      );
    return document;
  },
};
