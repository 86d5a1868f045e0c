import type { Open311Submission } from './model.ts';

/** The form a report is sent with (`POST requests`). */
export function writeSubmission(
  submission: Open311Submission,
  access: { apiKey: string | null; jurisdictionId: string | null },
): URLSearchParams {
  const form = new URLSearchParams();
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') form.append(name, String(value));
  };
  put('api_key', access.apiKey);
  put('jurisdiction_id', access.jurisdictionId);
  put('service_code', submission.serviceCode);
  put('description', submission.description);
  put('lat', submission.position?.lat ?? null);
  put('long', submission.position?.long ?? null);
  put('address_string', submission.address);
  put('address_id', submission.addressId);
  put('media_url', submission.mediaUrl);
  put('email', submission.email);
  put('first_name', submission.firstName);
  put('last_name', submission.lastName);
  put('phone', submission.phone);
  for (const [code, values] of Object.entries(submission.attributes))
    for (const value of values) put(`attribute[${code}]${values.length > 1 ? '[]' : ''}`, value);
  return form;
}

/** Reads such a form; `fields` are its texts in order. Empty ones count as not sent. */
export function readSubmission(fields: Iterable<readonly [string, string]>): Open311Submission {
  const single = new Map<string, string>();
  const attributes = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const text = value.trim();
    if (text === '') continue;
    const code = /^attribute\[([^\]]{1,100})\](\[\d*\])?$/.exec(name)?.[1];
    if (code === undefined) single.set(name, text);
    else attributes.set(code, [...(attributes.get(code) ?? []), text]);
  }
  const at = (...names: string[]) => names.map((name) => single.get(name)).find(Boolean) ?? null;
  return {
    serviceCode: at('service_code') ?? '',
    description: at('description') ?? '',
    position: positionOf(at('lat'), at('long', 'lon', 'lng')),
    address: at('address_string', 'address'),
    addressId: at('address_id'),
    attributes: Object.fromEntries(attributes),
    mediaUrl: at('media_url'),
    email: at('email'),
    firstName: at('first_name'),
    lastName: at('last_name'),
    phone: at('phone'),
  };
}

function positionOf(lat: string | null, long: string | null): Open311Submission['position'] {
  if (lat === null || long === null) return null;
  const position = { lat: Number(lat.replace(',', '.')), long: Number(long.replace(',', '.')) };
  const isOnEarth = Math.abs(position.lat) <= 90 && Math.abs(position.long) <= 180;
  return isOnEarth ? position : null;
}
