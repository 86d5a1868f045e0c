import type { Tool } from '@modelcontextprotocol/sdk/types.js';

export type ToolName = 'ask_town' | 'search_town' | 'get_article';

const text = { type: 'string' } as const;
const nullableText = { type: ['string', 'null'] } as const;
const listOf = (items: object) => ({ type: 'array', items }) as const;
const objectOf = (properties: Record<string, object>, required = Object.keys(properties)) =>
  ({ type: 'object', properties, required }) as const;

const SOURCE = {
  title: text,
  source: text,
  sourceUrl: nullableText,
  asOf: { ...nullableText, description: 'Date of the source ("Stand"): YYYY, YYYY-MM or YYYY-MM-DD.' },
  url: text,
};
const READS_ONLY = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

/** The three tools as a client sees them. */
export function describeTools(town: string): Tool[] {
  return [
    {
      name: 'ask_town',
      title: `Ask ${town}`,
      description: `Answers a question about the municipality ${town} with one to five sentences quoted from its public pages, each with its citation, or declines and names the office to turn to. German works best, English works.`,
      annotations: READS_ONLY,
      inputSchema: {
        type: 'object',
        properties: {
          question: { ...text, maxLength: 500, description: 'The question as a resident would ask it.' },
          audience: { ...text, enum: ['resident', 'business'], default: 'resident' },
        },
        required: ['question'],
      },
      outputSchema: objectOf({
        outcome: { ...text, enum: ['answered', 'declined'] },
        sentences: listOf(
          objectOf({
            text,
            citation: { type: 'integer', description: 'The "n" of its citation.' },
            flags: listOf(text),
          }),
        ),
        citations: listOf(
          objectOf({ n: { type: 'integer' }, ...SOURCE, level: text, levelName: nullableText }),
        ),
        contact: { type: ['object', 'null'] },
        closest: listOf(objectOf({ title: text, url: text })),
        notice: nullableText,
        clarify: {
          ...listOf(text),
          description:
            'Questions that would settle which of several readings is meant; ask the person, then ask one.',
        },
      }),
    },
    {
      name: 'search_town',
      title: `Search ${town}`,
      description: `Finds public pages of ${town}: news, notices, events, places, bins, reports and facts, best first. Read a page with get_article.`,
      annotations: READS_ONLY,
      inputSchema: {
        type: 'object',
        properties: {
          query: { ...text, maxLength: 500 },
          limit: { type: 'integer', minimum: 1, maximum: 20, default: 8 },
        },
        required: ['query'],
      },
      outputSchema: objectOf({ hits: listOf(objectOf({ ...SOURCE, kind: text, snippet: text })) }, ['hits']),
    },
    {
      name: 'get_article',
      title: `Read a page of ${town}`,
      description: `Reads one public page of ${town} in full, by the url a citation or a search hit named.`,
      annotations: READS_ONLY,
      inputSchema: {
        type: 'object',
        properties: { url: { ...text, maxLength: 500, description: 'For example /wissen/hundesteuer.' } },
        required: ['url'],
      },
      outputSchema: objectOf({ ...SOURCE, kind: text, text, licence: nullableText }),
    },
  ];
}
