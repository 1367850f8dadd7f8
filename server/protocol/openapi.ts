import { z } from 'zod';
import { inviteLinks, keptPack, rejection, replay } from './http-answers';
import { HTTP_ROUTES, type HttpRoute, type Media } from './http-routes';
import { scorecard } from './scorecard';
import { scorecardFile } from './scorecard-file';
import { PROTOCOL_VERSION } from './words';

const DESCRIPTION = `The HTTP routes of Hotseat. The live room is not among them: it speaks Socket.IO, see docs/protocol.md.

Sign in at \`/api/auth\` first, which sets a cookie. \`POST\`, \`PUT\` and \`DELETE\` must carry an \`Origin\` of the server’s own address.
Unless an answer says otherwise it is \`{ "ok": true, "value": … }\`, or a rejection with a stable code and a sentence for a person.
Times are milliseconds since 1970.`;

type Schema = Record<string, unknown>;
type Direction = 'input' | 'output';

/** The large ones, and those of several routes: they are described once. */
const NAMED: Record<string, z.ZodType> = {
  Scorecard: scorecard,
  ScorecardFile: scorecardFile,
  Replay: replay,
  KeptPack: keptPack,
  InviteLinks: inviteLinks,
};
const NAMES = new Map(Object.entries(NAMED).map(([name, type]) => [type, name]));

function schemaOf(type: z.ZodType, io: Direction): Schema {
  const name = NAMES.get(type);
  return name === undefined ? wholeSchema(type, io) : { $ref: `#/components/schemas/${name}` };
}

function wholeSchema(type: z.ZodType, io: Direction): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, reused: 'inline', unrepresentable: 'any' });
  return schema;
}

const contentOf = ({ type, schema }: Media, io: Direction) => ({
  [type]: { schema: schema ? schemaOf(schema, io) : { type: 'string' } },
});

const isMedia = (body: z.ZodType | Media): body is Media => !(body instanceof z.ZodType);

function answerOf({ answer }: HttpRoute) {
  if ('whole' in answer)
    return Object.assign({}, ...answer.whole.map((media) => contentOf(media, 'output'))) as object;
  const properties = { ok: { const: true }, value: schemaOf(answer.value, 'output') };
  const schema = { type: 'object', properties, required: ['ok', 'value'], additionalProperties: false };
  return { 'application/json': { schema } };
}

function operationOf(path: string, route: HttpRoute) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true }));
  const inQuery = Object.entries(route.query ?? {}).map(([name, description]) => ({
    name,
    in: 'query',
    description,
  }));
  const parameters = [...inPath, ...inQuery].map((one) => ({ ...one, schema: { type: 'string' } }));
  const { body } = route;
  const media = body && (isMedia(body) ? body : { type: 'application/json', schema: body });
  return {
    summary: route.summary,
    ...(route.for === 'signed-in' && { security: [{ session: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(media && {
      requestBody: { required: true, content: contentOf(media, 'input') },
    }),
    responses: {
      200: { description: 'Done.', content: answerOf(route) },
      default: { $ref: '#/components/responses/Rejected' },
    },
  };
}

/** The OpenAPI 3.1 description of the HTTP routes. */
export function openApiDocument() {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries(HTTP_ROUTES)) {
    const [method = '', path = ''] = name.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(path, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Hotseat', version: String(PROTOCOL_VERSION), description: DESCRIPTION },
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(NAMED).map(([name, type]) => [name, wholeSchema(type, 'output')]),
      ),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'hotseat-session-token',
          description: 'The real name has a mark in it, which differs from server to server.',
        },
      },
      responses: {
        Rejected: {
          description: 'A rejection. 401: signed out; 503: send it again later.',
          content: { 'application/json': { schema: wholeSchema(rejection, 'output') } },
        },
      },
    },
  };
}
