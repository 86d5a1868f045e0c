import { findRequest } from '#modules/open311.server';
import { writeToken } from '#platform/formats.server';
import type { RequestHandler } from './$types';
import { addressesAt } from '../../addresses';
import { answer, fault, georeport } from '../../respond';

/** Every report has its number at once; a program that asks by token all the same asks with that number. */
export const GET: RequestHandler = (event) =>
  georeport(event, async (format) => {
    const { locals, params, url } = event;
    const request = await findRequest(locals.tenant, params.id, addressesAt(url));
    if (!request) return fault(404, [locals.t('open311.fault.request-unknown')], format);
    return answer(writeToken({ id: request.id, token: request.id }, format), format);
  });
