import { z } from 'zod';

type Schema = Record<string, unknown>;

interface Described {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Content; $ref?: string }> }>>;
  components: { schemas: Record<string, Schema>; responses: { Rejected: { content: Content } } };
}
type Content = Record<string, { schema: Schema }>;

/**
 * What is wrong with an answer of the server by its OpenAPI description; null for nothing. `route`: as described, for example
 * `GET /api/rooms/{roomId}/invites`.
 */
export function mismatch(
  document: Described,
  route: string,
  answer: { status: number; type: string; body: string },
): string | null {
  const [method = '', path = ''] = route.split(' ');
  const responses = document.paths[path]?.[method.toLowerCase()]?.responses;
  if (!responses) return `${route} is not described`;
  const content =
    answer.status === 200 ? responses[200]?.content : document.components.responses.Rejected.content;
  const type = answer.type.split(';')[0] ?? '';
  const schema = content?.[type]?.schema;
  if (!schema) return `${route} answered ${answer.status} with ${type}, which is not described`;
  if (!type.endsWith('json')) return null;
  const $defs = document.components.schemas;
  const text = JSON.stringify({ ...schema, $defs }).replaceAll('#/components/schemas/', '#/$defs/');
  const parsed = z.fromJSONSchema(JSON.parse(text)).safeParse(JSON.parse(answer.body));
  return parsed.success ? null : `${route}: ${z.prettifyError(parsed.error)}`;
}
