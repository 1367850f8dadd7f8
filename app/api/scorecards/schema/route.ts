import { scorecardFileSchema } from '@/server/protocol/scorecard-file';

/** The JSON Schema of a file of scorecards. It is public. */
export function GET(): Response {
  return new Response(JSON.stringify(scorecardFileSchema()), {
    headers: { 'content-type': 'application/schema+json' },
  });
}
