import { z } from 'zod';
import { command } from '../protocol/commands';
import { mine } from '../protocol/mine';
import { REJECTIONS } from '../protocol/rejections';
import { candidateView, hostView, waitingView } from '../protocol/views';
import { handshake, headFrame, mineFrame, outFrame, presenceFrame, slicesFrame } from '../protocol/wire';
import { COMMANDS } from '../room/core/decide';

/** The parts of `docs/protocol.md` that are made from the code, by the name of their place in it. */

/** The little of JSON Schema that our schemas come out as. */
interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  $ref?: string;
}

/** A schema in one line: `{ askId: string, value: int 1…5 | null }`. */
export function shape(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(shape).join(' | ');
  switch (schema.type) {
    case 'object':
      return objectShape(schema);
    case 'array':
      return schema.items ? `[${shape(schema.items)}]` : '[any]';
    case 'integer':
      return limited('int', schema);
    case 'string':
      return schema.maxLength === undefined ? 'string' : `string ≤ ${schema.maxLength}`;
    default:
      return schema.type ?? 'any';
  }
}

function objectShape({ properties, required = [], additionalProperties }: Schema): string {
  if (!properties) {
    return typeof additionalProperties === 'object' ? `{ [key]: ${shape(additionalProperties)} }` : '{}';
  }
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${shape(field)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** Numbers as big as JSON's own limits say nothing. */
function limited(name: string, { minimum, maximum }: Schema): string {
  const isTold = (limit: number | undefined) => limit !== undefined && Math.abs(limit) < 1e12;
  if (isTold(minimum) && isTold(maximum)) return `${name} ${minimum}…${maximum}`;
  return isTold(minimum) ? `${name} ≥ ${minimum}` : name;
}

function schemaOf(type: z.ZodType): Schema {
  return z.toJSONSchema(type, { io: 'input', reused: 'inline', unrepresentable: 'any' }) as Schema;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

export function commandTable(): string {
  const rows = command.options.map((option) => {
    const { type, ...fields } = schemaOf(option).properties ?? {};
    const name = String(type?.const);
    const may = Object.entries(COMMANDS).find(([known]) => known === name)?.[1].may ?? [];
    const shapes = Object.entries(fields).map(([field, of]) => `${field}: ${shape(of)}`);
    return `| \`${name}\` | ${cell(shapes.map((text) => `\`${text}\``).join(', '))} | ${may.join(', ')} |`;
  });
  return ['| Command | Fields | Who may |', '|---|---|---|', ...rows].join('\n');
}

export function rejectionTable(): string {
  const rows = Object.entries(REJECTIONS).map(([code, sentence]) => `| \`${code}\` | ${sentence} |`);
  return ['| Code | Sentence |', '|---|---|', ...rows].join('\n');
}

export function frameTable(): string {
  const frames = {
    handshake,
    slices: slicesFrame,
    mine: mineFrame,
    presence: presenceFrame,
    head: headFrame,
    out: outFrame,
  };
  const rows = Object.entries(frames).map(([name, type]) => {
    const { mine: own, ...rest } = schemaOf(type).properties ?? {};
    const text = objectShape({ properties: rest, required: Object.keys(rest) });
    return `| \`${name}\` | \`${cell(own ? text.replace(' }', ', mine: Mine }') : text)}\` |`;
  });
  return ['| Name | Shape |', '|---|---|', ...rows].join('\n');
}

/** Every slice once, with the audiences that get it. */
export function sliceTable(): string {
  const views = { host: hostView, candidate: candidateView };
  const [ofHost, ofCandidate] = [views.host, views.candidate].map((view) => schemaOf(view).properties ?? {});
  const names = [...new Set([...Object.keys(ofHost ?? {}), ...Object.keys(ofCandidate ?? {})])];
  const rows = names.map((name) => {
    const who =
      name === 'door' ? 'host' : audiences(ofHost?.[name] !== undefined, ofCandidate?.[name] !== undefined);
    const text = shape(ofHost?.[name] ?? ofCandidate?.[name] ?? {});
    return `| \`${name}\` | ${who} | \`${cell(name === 'bank' ? BANK : text)}\` |`;
  });
  const waiting = schemaOf(waitingView).properties?.room ?? {};
  return [
    '| Slice | Who gets it | Shape |',
    '|---|---|---|',
    ...rows,
    `| \`room\` | waiting | \`${cell(shape(waiting))}\` |`,
    `| – \`Mine\` | each person their own | \`${cell(shape(schemaOf(mine)))}\` |`,
  ].join('\n');
}

const BANK =
  '{ groups: [{ id, title }], items: [an item of a pack: see the schema in server/protocol/pack.ts] }';

function audiences(panel: boolean, candidate: boolean): string {
  if (panel && candidate) return 'everybody';
  return panel ? 'host, panelist, observer' : 'candidate';
}
