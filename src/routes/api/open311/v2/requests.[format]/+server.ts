import { readRequestQuery } from '#modules/open311';
import { listRequests } from '#modules/open311.server';
import { writeReceipt, writeRequests } from '#platform/formats.server';
import { open311 } from '#wiring/modules.server';
import type { RequestHandler } from './$types';
import { addressesAt, isExtended } from '../addresses';
import { answer, fault, georeport } from '../respond';
import { describeRefusal, readPost, sayReceived } from './post';

export const GET: RequestHandler = (event) =>
  georeport(event, async (format) => {
    const { locals, url } = event;
    const read = readRequestQuery(url.searchParams, locals.tenant.now());
    if (!read.ok) return fault(400, [locals.t(read.fault, { name: read.name })], format);
    const requests = await listRequests(locals.tenant, read.query, addressesAt(url));
    return answer(writeRequests(requests, format, { extended: isExtended(url) }), format);
  });

export const POST: RequestHandler = async (event) => {
  const post = await readPost(event);
  return georeport(
    event,
    async (format) => {
      const { locals } = event;
      if (!post) return fault(400, [locals.t('open311.fault.form')], format, { isPublic: false });
      const received = await open311.receive(locals.tenant, post.wish);
      if (!received.ok) {
        const { status, descriptions, retryAfterSeconds } = describeRefusal(event, received);
        return fault(status, descriptions, format, { isPublic: false, retryAfterSeconds });
      }
      return answer(writeReceipt(sayReceived(event, received.value), format), format, {
        status: 201,
        isPublic: false,
      });
    },
    post?.jurisdiction,
  );
};
