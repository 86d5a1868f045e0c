import { readJson, textToMarkdown } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { articleOf, draftOf, isText } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

interface Service {
  id: string;
  bezeichnung: string;
  kurztext?: string;
  rechtsgrundlage?: string;
  unterlagen?: string[];
  frist?: string | null;
  kosten?: string | null;
  zustaendig?: string | null;
}

/** Descriptions of services of an administration become articles. */
export const servicesImporter: Importer = {
  targets: ['articles'],
  read(bytes, context) {
    const read = readJson(bytes);
    if (!read.ok) return read;
    if (!Array.isArray(read.value)) return refuse('format-unknown', { values: { part: 'Leistungen' } });
    const rows: ImportRow[] = [];
    const faults: ImportFault[] = [];
    read.value.forEach((service: Partial<Service> | null, i) => {
      const reason = !isText(service?.id)
        ? 'id-missing'
        : !isText(service.bezeichnung)
          ? 'title-missing'
          : null;
      if (reason)
        faults.push({
          line: null,
          row: i + 1,
          field: null,
          reason,
          value: service?.bezeichnung ?? null,
          kept: false,
        });
      else rows.push(toRow(service as Service, i + 1, context));
    });
    return done({ rows, faults });
  },
};

function toRow(service: Service, row: number, context: ReadContext): ImportRow {
  const section = (heading: string, text: string | null | undefined) =>
    text ? `## ${heading}\n\n${text}` : '';
  const papers = (service.unterlagen ?? []).map((paper) => `- ${textToMarkdown(paper)}`).join('\n');
  const body = [
    textToMarkdown(service.kurztext ?? ''),
    section('Unterlagen', papers),
    section('Frist', textToMarkdown(service.frist ?? '')),
    section('Kosten', textToMarkdown(service.kosten ?? '')),
    section('Rechtsgrundlage', textToMarkdown(service.rechtsgrundlage ?? '')),
  ];
  return {
    line: null,
    row,
    externalId: `service:${service.id}`,
    draft: draftOf(context, { title: service.bezeichnung, body: body.filter(Boolean).join('\n\n') }),
    details: articleOf(context, { ...(service.zustaendig ? { contactRole: service.zustaendig } : {}) }),
  };
}
