import { openApiDocument } from '@/server/protocol/openapi';

/** The description of these routes, for programs that call them. It is public. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
