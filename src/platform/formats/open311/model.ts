/** GeoReport v2 as its specification names things (wiki.open311.org/GeoReport_v2), in plain values. */

export type Open311Format = 'json' | 'xml';

/** A kind of report a town takes. */
export interface Open311Service {
  code: string;
  name: string;
  description: string;
  /** Whether a definition with further questions exists (`metadata`). */
  hasDefinition: boolean;
  type: 'realtime' | 'batch' | 'blackbox';
  keywords: string[];
  group: string;
}

export const ATTRIBUTE_DATATYPES = [
  'string',
  'number',
  'datetime',
  'text',
  'singlevaluelist',
  'multivaluelist',
] as const;

/** One further question of a service. */
export interface Open311Attribute {
  code: string;
  /** False for a note to be read, which takes no answer. */
  isVariable: boolean;
  datatype: (typeof ATTRIBUTE_DATATYPES)[number];
  isRequired: boolean;
  /** How the answer has to be written. */
  hint: string;
  order: number;
  description: string;
  values: { key: string; name: string }[];
}

export interface Open311Definition {
  serviceCode: string;
  attributes: Open311Attribute[];
}

/** A report as it may be seen by everybody. Null where nothing is known or told. */
export interface Open311Request {
  id: string;
  status: 'open' | 'closed';
  statusNotes: string | null;
  serviceName: string | null;
  serviceCode: string | null;
  description: string | null;
  agency: string | null;
  notice: string | null;
  requestedAt: Date | null;
  updatedAt: Date | null;
  expectedAt: Date | null;
  address: string | null;
  addressId: string | null;
  postcode: string | null;
  position: { lat: number; long: number } | null;
  mediaUrl: string | null;
  extended: Open311Extension | null;
}

/** What Klarschiff and CitySDK tell beyond the standard (`extended_attributes`). */
export interface Open311Extension {
  title: string | null;
  /** `RECEIVED`, `IN_PROCESS`, `PROCESSED`, `REJECTED` … */
  detailedStatus: string | null;
  detailedStatusAt: Date | null;
  mediaUrls: string[];
}

/** A step in the public history of a request, as FixMyStreet and its partners exchange it. */
export interface Open311Update {
  id: string;
  requestId: string;
  status: 'open' | 'closed';
  detailedStatus: string | null;
  description: string;
  updatedAt: Date;
}

/** The answer to a report that was taken: an id at once, or a token to ask for the id with. */
export interface Open311Receipt {
  id: string | null;
  token: string | null;
  notice: string | null;
  accountId: string | null;
}

export interface Open311Fault {
  code: string;
  description: string;
}

export interface Open311Discovery {
  changedAt: Date;
  contact: string;
  keyService: string;
  endpoints: {
    specification: string;
    url: string;
    changedAt: Date;
    type: 'production' | 'test';
    formats: string[];
  }[];
}

/** A report on its way to a server. */
export interface Open311Submission {
  serviceCode: string;
  description: string;
  position: { lat: number; long: number } | null;
  address: string | null;
  addressId: string | null;
  attributes: Record<string, string[]>;
  mediaUrl: string | null;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
}
