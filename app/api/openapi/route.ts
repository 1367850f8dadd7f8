import { openApiDocument } from '@/server/protocol/openapi';

/** The description of these routes, for programs that call them. It is nobody's secret. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
