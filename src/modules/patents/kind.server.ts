import { and, eq, inArray } from 'drizzle-orm';
import { factLine, searchDocumentOf } from '#modules/publishing';
import type { ContentKind } from '#modules/publishing.server';
import { fieldsOf } from './ipc.ts';
import { OFFICES, PATENT_TYPES, patentDetails } from './model.ts';
import type { PatentDetails } from './model.ts';
import { patent } from './tables.server.ts';

/** Patents and utility models as a kind of content. */
export const patentKind: ContentKind<PatentDetails> = {
  kind: 'patent',
  path: 'schutzrechte',
  permission: 'patents',
  categories: [],
  details: patentDetails,
  fields: [
    { name: 'number', input: 'text', label: 'patents.field.number', required: true },
    { name: 'office', input: 'select', label: 'patents.field.office', options: OFFICES },
    { name: 'type', input: 'select', label: 'patents.field.type', options: PATENT_TYPES },
    { name: 'applicationDate', input: 'date', label: 'patents.field.applicationDate' },
    { name: 'publicationDate', input: 'date', label: 'patents.field.publicationDate' },
  ],
  async loadDetails(store, tenantId, entryIds) {
    const rows = await store
      .select()
      .from(patent)
      .where(and(eq(patent.tenantId, tenantId), inArray(patent.entryId, [...entryIds])));
    return new Map(rows.map(({ tenantId: _, entryId, ...details }) => [entryId, details]));
  },
  async saveDetails(store, tenantId, entryId, details) {
    await store
      .insert(patent)
      .values({ tenantId, entryId, ...details })
      .onConflictDoUpdate({ target: [patent.tenantId, patent.entryId], set: details });
  },
  toSearchDocument(content) {
    const document = searchDocumentOf(content, 'schutzrechte');
    const { applicants, ipc, type, number, applicationDate } = content.details;
    const fact = (text: string) => document.lines.push(factLine(text, content.title));
    const right = type === 'patent' ? 'Patent' : 'Gebrauchsmuster';
    fact(
      `${right} ${number}: ${content.title}${applicationDate ? `, angemeldet ${applicationDate.slice(0, 4)}` : ''}.`,
    );
    if (applicants.length > 0) fact(`Anmelder: ${applicants.join('; ')}.`);
    if (ipc.length > 0) fact(`Fachgebiet: ${fieldsOf(ipc).join('; ')}.`);
    return document;
  },
};
