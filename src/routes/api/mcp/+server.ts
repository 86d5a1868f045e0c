import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { log } from '#platform/log.server';
import type { RequestHandler } from './$types';
import { problem } from '../v1/respond';
import { townTools } from './town-tools.server.ts';
import { createTownMcp } from './tools.ts';

const LONGEST_BODY = 64 * 1024;

/** Model Context Protocol by streamable HTTP, without sessions: every request brings all it needs. */
export const POST: RequestHandler = async (event) => {
  if (isForeignPage(event.request, event.url))
    return problem(
      403,
      'Fremde Seite',
      'Aus Webseiten anderer Herkunft ist diese Schnittstelle nicht offen.',
    );
  const server = createTownMcp(townTools(event));
  const transport = new WebStandardStreamableHTTPServerTransport({
    sessionIdGenerator: undefined,
    enableJsonResponse: true,
    maxRequestBodySize: LONGEST_BODY,
  });
  server.onerror = (error) => log.info('mcp.refused', { error: error.message });
  await server.connect(transport);
  const response = await transport.handleRequest(event.request);
  response.headers.set('cache-control', 'no-store');
  return response;
};

/** No stream of its own to open and no session to end. */
export const fallback: RequestHandler = () => {
  const refused = problem(405, 'Nur POST', 'MCP spricht hier nur mit POST, ohne Sitzung.');
  refused.headers.set('allow', 'POST');
  return refused;
};

/** The protocol demands it: a page elsewhere must not speak through a visitor's browser (DNS rebinding). */
function isForeignPage(request: Request, url: URL): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && origin !== url.origin;
}
