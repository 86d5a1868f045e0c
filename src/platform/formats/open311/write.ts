import { zonedTime } from '../dates/berlin.ts';
import { writeXml } from '../xml/write.ts';
import type { XmlElement, XmlValue } from '../xml/write.ts';
import type {
  Open311Definition,
  Open311Discovery,
  Open311Fault,
  Open311Format,
  Open311Receipt,
  Open311Request,
  Open311Service,
  Open311Update,
} from './model.ts';

type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };
type Fields = Record<string, Plain>;

export function writeServices(services: readonly Open311Service[], format: Open311Format): string {
  const fields = services.map((service) => ({
    service_code: service.code,
    service_name: service.name,
    description: service.description,
    metadata: service.hasDefinition,
    type: service.type,
    keywords: service.keywords.join(','),
    group: service.group,
  }));
  return write(format, fields, 'services', 'service');
}

export function writeDefinition(definition: Open311Definition, format: Open311Format): string {
  const attributes = definition.attributes.map((attribute) => ({
    variable: attribute.isVariable,
    code: attribute.code,
    datatype: attribute.datatype,
    required: attribute.isRequired,
    datatype_description: attribute.hint || null,
    order: attribute.order,
    description: attribute.description,
    ...(attribute.values.length > 0
      ? { values: attribute.values.map(({ key, name }) => ({ key, name })) }
      : {}),
  }));
  const fields: Fields = { service_code: definition.serviceCode, attributes };
  return format === 'json' ? json(fields) : writeXml(['service_definition', elements(fields)]);
}

/** `extended` adds what Klarschiff and CitySDK tell beyond the standard. */
export function writeRequests(
  requests: readonly Open311Request[],
  format: Open311Format,
  options: { extended?: boolean } = {},
): string {
  return write(
    format,
    requests.map((request) => requestFields(request, options.extended ?? false)),
    'service_requests',
    'request',
  );
}

function requestFields(request: Open311Request, isExtended: boolean): Fields {
  const { extended } = request;
  return {
    service_request_id: request.id,
    status: request.status,
    status_notes: request.statusNotes,
    service_name: request.serviceName,
    service_code: request.serviceCode,
    description: request.description,
    agency_responsible: request.agency,
    service_notice: request.notice,
    requested_datetime: timeOf(request.requestedAt),
    updated_datetime: timeOf(request.updatedAt),
    expected_datetime: timeOf(request.expectedAt),
    address: request.address,
    address_id: request.addressId,
    zipcode: request.postcode,
    lat: request.position?.lat ?? null,
    long: request.position?.long ?? null,
    media_url: request.mediaUrl,
    ...(isExtended && extended
      ? {
          extended_attributes: {
            title: extended.title,
            detailed_status: extended.detailedStatus,
            detailed_status_datetime: timeOf(extended.detailedStatusAt),
            media_urls: extended.mediaUrls,
          },
        }
      : {}),
  };
}

export function writeUpdates(updates: readonly Open311Update[], format: Open311Format): string {
  const fields = updates.map((update) => ({
    update_id: update.id,
    service_request_id: update.requestId,
    status: update.status,
    external_status_code: update.detailedStatus,
    updated_datetime: zonedTime(update.updatedAt),
    description: update.description,
  }));
  return write(format, fields, 'service_requests_updates', 'request_update');
}

export function writeReceipt(receipt: Open311Receipt, format: Open311Format): string {
  const fields: Fields = {
    ...(receipt.id === null ? {} : { service_request_id: receipt.id }),
    ...(receipt.token === null ? {} : { token: receipt.token }),
    service_notice: receipt.notice,
    account_id: receipt.accountId,
  };
  return write(format, [fields], 'service_requests', 'request');
}

export function writeToken(found: { id: string; token: string }, format: Open311Format): string {
  return write(format, [{ service_request_id: found.id, token: found.token }], 'service_requests', 'request');
}

export function writeFaults(faults: readonly Open311Fault[], format: Open311Format): string {
  return write(
    format,
    faults.map(({ code, description }) => ({ code, description })),
    'errors',
    'error',
  );
}

export function writeDiscovery(discovery: Open311Discovery, format: Open311Format): string {
  const fields: Fields = {
    changeset: zonedTime(discovery.changedAt),
    contact: discovery.contact,
    key_service: discovery.keyService,
    endpoints: discovery.endpoints.map((endpoint) => ({
      specification: endpoint.specification,
      url: endpoint.url,
      changeset: zonedTime(endpoint.changedAt),
      type: endpoint.type,
      formats: endpoint.formats,
    })),
  };
  return format === 'json' ? json(fields) : writeXml(['discovery', elements(fields)]);
}

/** A list: the bare array in JSON, `<services><service>…` in XML. */
function write(format: Open311Format, rows: Fields[], list: string, one: string): string {
  return format === 'json'
    ? json(rows)
    : writeXml([list, rows.map((row): XmlElement => [one, elements(row)])]);
}

function json(value: Plain): string {
  return `${JSON.stringify(value)}\n`;
}

// What the elements of a list are called; GeoReport always uses the singular.
const SINGULAR: Record<string, string> = {
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
  media_urls: 'media_url',
};

function elements(fields: Fields): XmlElement[] {
  return Object.entries(fields).map(([name, value]): XmlElement => [name, xmlValue(name, value)]);
}

function xmlValue(name: string, value: Plain): XmlValue {
  if (Array.isArray(value)) return value.map((one): XmlElement => [SINGULAR[name]!, xmlValue(name, one)]);
  return typeof value === 'object' && value !== null ? elements(value) : value;
}

function timeOf(instant: Date | null): string | null {
  return instant && zonedTime(instant);
}
