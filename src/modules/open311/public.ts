import type {
  Category,
  PublicReport,
  PublicReportWithSteps,
  PublicStepOfReport,
  Question,
  ReportStatus,
} from '#modules/reports';
import { instantOf } from '#platform/formats';
import type {
  Open311Attribute,
  Open311Definition,
  Open311Request,
  Open311Service,
  Open311Update,
} from '#platform/formats.server';

/** A category of the town as a service. */
export function toService(category: Category): Open311Service {
  return {
    code: category.key,
    name: category.name,
    description: category.description || category.name,
    hasDefinition: category.questions.length > 0,
    type: 'realtime',
    keywords: category.keywords,
    group: category.groupName,
  };
}

export function toDefinition(category: Category): Open311Definition {
  return { serviceCode: category.key, attributes: category.questions.map(toAttribute) };
}

function toAttribute(question: Question, i: number): Open311Attribute {
  return {
    code: question.code,
    isVariable: true,
    datatype: question.type,
    isRequired: question.isRequired,
    hint: question.hint ?? '',
    order: i + 1,
    description: question.text,
    values: question.values ?? [],
  };
}

const CLOSED: readonly ReportStatus[] = ['done', 'not-possible'];

// The words of Klarschiff and CitySDK, which other towns' programs know.
const DETAILED: Record<ReportStatus, string> = {
  received: 'RECEIVED',
  checked: 'RECEIVED',
  'passed-on': 'IN_PROCESS',
  planned: 'IN_PROCESS',
  'in-progress': 'IN_PROCESS',
  done: 'PROCESSED',
  'not-possible': 'REJECTED',
};

export function detailedStatus(status: ReportStatus): string {
  return DETAILED[status];
}

/** Where a public thing of the town can be seen. */
export interface Addresses {
  photo(id: string): string;
}

/** A public report as a request; nothing else of it leaves by the interface. */
export function toRequest(
  report: PublicReport | PublicReportWithSteps,
  addresses: Addresses,
): Open311Request {
  const steps = 'steps' in report ? report.steps : [];
  const lastWord = steps.findLast(({ text, status }) => text !== '' && status !== null);
  const isClosed = CLOSED.includes(report.status);
  const photos = report.photos.map(({ id }) => addresses.photo(id));
  return {
    id: String(report.number),
    status: isClosed ? 'closed' : 'open',
    statusNotes: lastWord?.text ?? null,
    serviceName: report.category.name,
    serviceCode: report.category.key,
    description: report.text,
    agency: report.holder.name,
    notice: report.isExample ? 'Beispiel' : null,
    requestedAt: report.receivedAt,
    updatedAt: report.updatedAt,
    expectedAt: isClosed ? null : instantOf(report.dueOn, '24:00'),
    address: [report.address, report.locality].filter(Boolean).join(', ') || null,
    addressId: null,
    postcode: null,
    position:
      report.latitude === null || report.longitude === null
        ? null
        : { lat: report.latitude, long: report.longitude },
    mediaUrl: photos[0] ?? null,
    extended: {
      title: report.category.name,
      detailedStatus: detailedStatus(report.status),
      detailedStatusAt: steps.findLast(({ status }) => status !== null)?.at ?? report.updatedAt,
      mediaUrls: photos,
    },
  };
}

/** A public step of a report as an update; `statusThen` is the status after it. */
export function toUpdate({ reportNumber, statusThen, ...step }: PublicStepOfReport): Open311Update {
  return {
    id: `${reportNumber}-${step.number}`,
    requestId: String(reportNumber),
    status: CLOSED.includes(statusThen) ? 'closed' : 'open',
    detailedStatus: detailedStatus(statusThen),
    description: step.text || (step.bodyName ?? ''),
    updatedAt: step.at,
  };
}
