import { z } from 'zod';
import { bankItem } from '../protocol/bank';
import { command } from '../protocol/commands';
import { mine } from '../protocol/mine';
import { REJECTIONS } from '../protocol/rejections';
import { VIEW_SCHEMAS } from '../protocol/views';
import {
  fullFrame,
  handshake,
  headFrame,
  operation,
  outFrame,
  patchFrame,
  presenceFrame,
} from '../protocol/wire';
import { COMMANDS } from '../room/core/decide';

/** The generated parts of `docs/protocol.md`, by the name of their place. */

/** The part of JSON Schema that our schemas use. */
interface Schema {
  type?: string | string[];
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
  const { type } = schema;
  if (Array.isArray(type)) return type.map((one) => shape({ ...schema, type: one })).join(' | ');
  switch (type) {
    case 'object':
      return objectShape(schema);
    case 'array':
      return schema.items ? `[${shape(schema.items)}]` : '[any]';
    case 'integer':
      return limited('int', schema);
    case 'string':
      return schema.maxLength === undefined ? 'string' : `string ≤ ${schema.maxLength}`;
    default:
      return type ?? 'any';
  }
}

function objectShape({ properties, required = [], additionalProperties }: Schema): string {
  if (!properties) {
    return typeof additionalProperties === 'object' ? `{ [id]: ${shape(additionalProperties)} }` : '{}';
  }
  const fields = Object.entries(properties).map(([name, field]) => fieldShape(name, field, required));
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** `name: shape`, or `name?: shape` if it is optional. */
function fieldShape(name: string, field: Schema, required: readonly string[] = []): string {
  return `${name}${required.includes(name) ? '' : '?'}: ${shape(field)}`;
}

/** Limits as large as JSON's own are left out. */
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
    const { properties = {}, required } = schemaOf(option);
    const { type, ...fields } = properties;
    const name = String(type?.const);
    const may = Object.entries(COMMANDS).find(([known]) => known === name)?.[1].may ?? [];
    const shapes = Object.entries(fields).map(([field, of]) => fieldShape(field, of, required));
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
    full: fullFrame,
    patch: patchFrame,
    presence: presenceFrame,
    head: headFrame,
    out: outFrame,
  };
  const rows = Object.entries(frames).map(([name, type]) => `| \`${name}\` | \`${cell(named(type))}\` |`);
  const steps = `| – \`Operation\` | \`${cell(shape(schemaOf(operation)))}\` |`;
  return ['| Name | Shape |', '|---|---|', ...rows, steps].join('\n');
}

/** Long shapes with a row of their own appear by name. */
const NAMED: readonly [string, z.ZodType][] = [
  ['Mine', mine],
  ['Operation', operation],
];

function named(type: z.ZodType): string {
  const text = shape(schemaOf(type)).replace('view: { [id]: any }', 'view: View');
  return NAMED.reduce((told, [name, of]) => told.replaceAll(shape(schemaOf(of)), name), text);
}

/** Every slice, once, with the audiences that get it. */
export function sliceTable(): string {
  const { waiting: ofWaiting, ...inside } = VIEW_SCHEMAS;
  const views = Object.entries(inside).map(
    ([audience, view]) => [audience, schemaOf(view).properties ?? {}] as const,
  );
  const names = [...new Set(views.flatMap(([, slices]) => Object.keys(slices)))];
  const rows = names.map((name) => {
    const having = views.filter(([, slices]) => slices[name] !== undefined);
    const who =
      having.length === views.length
        ? 'everybody who was let in'
        : having.map(([audience]) => audience).join(', ');
    const text = shape(having[0]?.[1][name] ?? {});
    return `| \`${name}\` | ${who} | \`${cell(text.replace(shape(schemaOf(bankItem)), ITEM))}\` |`;
  });
  const waiting = schemaOf(ofWaiting).properties?.room ?? {};
  return [
    '| Slice | Who gets it | Shape |',
    '|---|---|---|',
    ...rows,
    `| \`room\` | waiting | \`${cell(shape(waiting))}\` |`,
    `| – \`Mine\` | each person their own | \`${cell(shape(schemaOf(mine)))}\` |`,
  ].join('\n');
}

const ITEM = 'an item of a pack: see the schema in server/protocol/bank.ts';
