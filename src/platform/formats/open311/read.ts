import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { ATTRIBUTE_DATATYPES } from './model.ts';
import type {
  Open311Attribute,
  Open311Definition,
  Open311Extension,
  Open311Fault,
  Open311Receipt,
  Open311Request,
  Open311Service,
} from './model.ts';
import {
  booleanAt,
  childrenOf,
  instantAt,
  isNode,
  numberAt,
  readTree,
  rowsOf,
  textAt,
  textOf,
} from './tree.ts';
import type { Node, Open311ReadRefusal } from './tree.ts';

type Read<Value> = Outcome<Value, Open311ReadRefusal>;

/** The kinds of report a server takes. A row without code or name is left out: nothing could be sent with it. */
export function readServices(bytes: Uint8Array, contentType?: string | null): Read<Open311Service[]> {
  return readRows(bytes, contentType, ['service_code'], (row) => {
    const code = textAt(row, 'service_code', 'code');
    const name = textAt(row, 'service_name', 'name');
    if (code === null || name === null) return null;
    const type = textAt(row, 'type');
    return {
      code,
      name,
      description: textAt(row, 'description') ?? '',
      hasDefinition: booleanAt(row, 'metadata'),
      type: type === 'batch' || type === 'blackbox' ? type : 'realtime',
      keywords: wordsOf(textAt(row, 'keywords')),
      group: textAt(row, 'group') ?? '',
    };
  });
}

export function readDefinition(bytes: Uint8Array, contentType?: string | null): Read<Open311Definition> {
  const tree = readTree(bytes, contentType);
  if (!tree.ok) return tree;
  const [found] = rowsOf(tree.value, ['service_code', 'attributes']) ?? [];
  if (!found) return refuse('answer-not-open311');
  const attributes = childrenOf(found.attributes, 'attribute').filter(isNode).map(attributeOf);
  return done({
    serviceCode: textAt(found, 'service_code') ?? '',
    attributes: attributes.filter((one) => one.code !== '').sort((a, b) => a.order - b.order),
  });
}

function attributeOf(row: Node, i: number): Open311Attribute {
  const datatype = textAt(row, 'datatype')?.toLowerCase();
  return {
    code: textAt(row, 'code') ?? '',
    isVariable: booleanAt(row, 'variable'),
    datatype: ATTRIBUTE_DATATYPES.find((known) => known === datatype) ?? 'string',
    isRequired: booleanAt(row, 'required'),
    hint: textAt(row, 'datatype_description') ?? '',
    order: numberAt(row, 'order') ?? i + 1,
    description: textAt(row, 'description') ?? '',
    values: childrenOf(row.values, 'value')
      .filter(isNode)
      .map((value) => ({
        key: textAt(value, 'key') ?? '',
        name: textAt(value, 'name', 'value') ?? textAt(value, 'key') ?? '',
      }))
      .filter((value) => value.key !== ''),
  };
}

/** Requests a server lists. A row without id is left out: it could not be asked for again. */
export function readRequests(bytes: Uint8Array, contentType?: string | null): Read<Open311Request[]> {
  return readRows(bytes, contentType, ['service_request_id'], requestOf);
}

function requestOf(row: Node): Open311Request | null {
  const id = textAt(row, 'service_request_id', 'id');
  const status = statusOf(textAt(row, 'status'));
  if (id === null || status === null) return null;
  return {
    id,
    status,
    statusNotes: textAt(row, 'status_notes', 'status_note'),
    serviceName: textAt(row, 'service_name'),
    serviceCode: textAt(row, 'service_code'),
    description: textAt(row, 'description'),
    agency: textAt(row, 'agency_responsible'),
    notice: textAt(row, 'service_notice'),
    requestedAt: instantAt(row, 'requested_datetime'),
    updatedAt: instantAt(row, 'updated_datetime'),
    expectedAt: instantAt(row, 'expected_datetime'),
    address: textAt(row, 'address', 'address_string'),
    addressId: textAt(row, 'address_id'),
    postcode: textAt(row, 'zipcode', 'postcode'),
    position: positionOf(row),
    mediaUrl: webAddress(textAt(row, 'media_url')),
    extended: extensionOf(row.extended_attributes),
  };
}

// What servers say for "done" beside the word of the standard; every other state is still open.
const CLOSED =
  /^(closed|fixed|fixed - council|fixed - user|resolved|done|completed?|processed|rejected|no further action|duplicate|not councils responsibility|internal referral|unable to fix)$/i;

function statusOf(text: string | null): 'open' | 'closed' | null {
  return text === null ? null : CLOSED.test(text.replaceAll('_', ' ')) ? 'closed' : 'open';
}

function positionOf(row: Node): Open311Request['position'] {
  const lat = numberAt(row, 'lat', 'latitude');
  const long = numberAt(row, 'long', 'lon', 'lng', 'longitude');
  if (lat === null || long === null || Math.abs(lat) > 90 || Math.abs(long) > 180) return null;
  return lat === 0 && long === 0 ? null : { lat, long };
}

function extensionOf(value: unknown): Open311Extension | null {
  if (!isNode(value)) return null;
  return {
    title: textAt(value, 'title'),
    detailedStatus: textAt(value, 'detailed_status'),
    detailedStatusAt: instantAt(value, 'detailed_status_datetime'),
    mediaUrls: childrenOf(value.media_urls, 'media_url')
      .map((one) => webAddress(textOf(one)))
      .filter((one) => one !== null),
  };
}

/** The answer to a report that was sent: an id or a token. */
export function readReceipt(bytes: Uint8Array, contentType?: string | null): Read<Open311Receipt> {
  const tree = readTree(bytes, contentType);
  if (!tree.ok) return tree;
  const [row] = rowsOf(tree.value, ['service_request_id', 'token']) ?? [];
  const id = row ? textAt(row, 'service_request_id') : null;
  const token = row ? textAt(row, 'token') : null;
  if (!row || (id === null && token === null)) return refuse('answer-not-open311');
  return done({
    id,
    token,
    notice: textAt(row, 'service_notice'),
    accountId: textAt(row, 'account_id'),
  });
}

/** The refusals in an answer, in the forms servers write them; empty when it holds none. */
export function readFaults(bytes: Uint8Array, contentType?: string | null): Open311Fault[] {
  const tree = readTree(bytes, contentType);
  if (!tree.ok) return [];
  const rows = rowsOf(tree.value, ['description', 'code', 'error', 'message', 'msg']) ?? [];
  return rows.flatMap((row) => {
    const description = textAt(row, 'description', 'message', 'msg', 'error');
    return description === null ? [] : [{ code: textAt(row, 'code', 'status') ?? '', description }];
  });
}

function readRows<Row>(
  bytes: Uint8Array,
  contentType: string | null | undefined,
  marks: readonly string[],
  read: (row: Node) => Row | null,
): Read<Row[]> {
  const tree = readTree(bytes, contentType);
  if (!tree.ok) return tree;
  const rows = rowsOf(tree.value, marks);
  if (rows) return done(rows.map(read).filter((row) => row !== null));
  return isEmptyList(tree.value) ? done([]) : refuse('answer-not-open311');
}

/** `<service_requests/>` and `{ "requests": {} }` are lists with nothing in them; a refusal is none. */
function isEmptyList(tree: unknown): boolean {
  if (!isNode(tree)) return false;
  const entries = Object.entries(tree);
  const [first] = entries;
  return (
    entries.length === 1 &&
    /^(service_?requests?|requests?|services?)$/i.test(first![0]) &&
    (textOf(first![1]) === null || (isNode(first![1]) && Object.keys(first![1]).length === 0))
  );
}

function wordsOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}
