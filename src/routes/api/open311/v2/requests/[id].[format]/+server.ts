import { findRequest } from '#modules/open311.server';
import { writeRequests } from '#platform/formats.server';
import type { RequestHandler } from './$types';
import { addressesAt, isExtended } from '../../addresses';
import { answer, fault, georeport } from '../../respond';

export const GET: RequestHandler = (event) =>
  georeport(event, async (format) => {
    const { locals, params, url } = event;
    const request = await findRequest(locals.tenant, params.id, addressesAt(url));
    if (!request) return fault(404, [locals.t('open311.fault.request-unknown')], format);
    return answer(writeRequests([request], format, { extended: isExtended(url) }), format);
  });
