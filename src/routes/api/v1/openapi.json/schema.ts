// The pieces an OpenAPI document is made of.

export const text = { type: 'string' };
export const nullable = (type: string, extra: object = {}) => ({ type: [type, 'null'], ...extra });
export const listOf = (items: object) => ({ type: 'array', items });
export const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const query = (name: string, description: string, schema: object = text) => ({
  name,
  in: 'query',
  description,
  schema,
});
export const jsonOf = (schema: object, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
export const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: refTo('Problem') } },
});

export const PAGING = [
  query('limit', 'Einträge je Seite, höchstens 100.', {
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
  }),
  query('cursor', 'Marke der nächsten Seite, wie `next` sie nennt.'),
  query('category', 'Nur diese Kategorie.'),
  query('area', 'Nur dieser Ortsteil; Einträge für die ganze Stadt gehören dazu.'),
  query('audience', 'Zielgruppe.', { type: 'string', enum: ['resident', 'business'] }),
];
