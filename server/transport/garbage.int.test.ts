import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Command, command } from '../protocol/commands';
import { PROTOCOL_VERSION } from '../protocol/words';
import { connects, joins, openRoom, startServer } from '../testing/live-room';
import { type LiveServer, TestClient } from '../testing/live-server';
import { tries } from '../testing/tries';

async function start(): Promise<{ server: LiveServer; roomId: string; hana: TestClient }> {
  const server = await startServer();
  const roomId = await openRoom(server);
  return { server, roomId, hana: await connects(server, roomId, 'hana') };
}

/** Words from this room, words with a meaning in JavaScript, and any others. */
const known = fc.constantFrom('a1', 'a2', 'r1', 'g1', 'g1-q1', 'g1-q2', 'g1-q1-p1', 'g1-q1-f1', 'note-0001');
const word = fc.oneof(
  { weight: 8, arbitrary: known },
  fc.constantFrom('__proto__', 'constructor', 'toString', '', ' ', '\u0000', '\ud800', '\u202e'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const number = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -1, max: 60 }) },
  fc.double(),
  fc.constantFrom(1e308, -0, 2 ** 53),
);
const anything = fc.oneof(word, number, fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }));

/** Values that mostly have a field's type according to JSON Schema. */
function fitting(schema: unknown): fc.Arbitrary<unknown> {
  const type: unknown = Reflect.get(Object(schema), 'type');
  const choices: unknown = Reflect.get(Object(schema), 'enum') ?? Reflect.get(Object(schema), 'anyOf');
  if (Array.isArray(choices)) {
    const each = choices.map((choice) =>
      typeof choice === 'object' ? fitting(choice) : fc.constant(choice),
    );
    return fc.oneof(...each);
  }
  if (type === 'string') return word;
  if (type === 'integer' || type === 'number') return number;
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') return fc.array(fitting(Reflect.get(Object(schema), 'items')), { maxLength: 4 });
  if (type === 'object') return object(Reflect.get(Object(schema), 'properties'));
  return anything;
}

function object(properties: unknown): fc.Arbitrary<unknown> {
  const fields = Object.entries(Object(properties)).map(([name, schema]) => {
    const constant: unknown = Reflect.get(Object(schema), 'const');
    const right = constant === undefined ? fitting(schema) : fc.constant(constant);
    return [name, fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: anything })] as const;
  });
  return fc.record(Object.fromEntries(fields), { requiredKeys: fields.slice(0, -1).map(([name]) => name) });
}

/** Commands that end a connection, or the room, would end the test. */
const LAST = ['LeaveRoom', 'RemoveMember', 'DeclineMember', 'EndRoom'];
const wishes = command.options.filter(({ shape }) => !LAST.includes(shape.type.value));
const commands = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.oneof(...wishes.map((option) => fitting(z.toJSONSchema(option, { io: 'input' })))),
  },
  { weight: 1, arbitrary: anything },
);

test('anything sent as a command gets a proper answer, and the room stays readable for everybody', async () => {
  const { server, roomId, hana } = await start();
  const clients = [hana];
  for (const role of ['candidate', 'panelist', 'observer'] as const)
    clients.push(await joins(server, roomId, role, role));
  await hana.sends({ type: 'StartRound', candidateId: null });
  await hana.sends({ type: 'PushItem', itemId: 'g1-q1', liveAskId: null });
  const codes = new Map<string, number>();
  for (const [index, wish] of fc.sample(commands, tries(3_000)).entries()) {
    const ack = await (clients[index % clients.length] ?? hana).sends(wish as Command);
    const code = ack.ok ? 'ok' : ack.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    // An exception would be answered as an unavailable record, which does not happen here.
    expect({ wish, code }).not.toMatchObject({ code: 'unavailable' });
  }
  expect(codes.size).toBeGreaterThan(8);
  for (const client of clients) expect(await client.looks()).not.toBeNull();
});

test('any malformed handshake is rejected with a code', async () => {
  const { server, hana } = await start();
  const handshakes = fc.oneof(
    fc.dictionary(word, anything),
    fc.record({ roomId: anything, version: fc.oneof(anything, fc.constant(PROTOCOL_VERSION)) }),
  );
  for (const auth of fc.sample(handshakes, tries(200))) {
    const client = new TestClient(server.port, 'hana', 'rm_000000000000');
    client.socket.disconnect();
    client.socket.auth = auth;
    const rejected = new Promise((resolve) => client.socket.once('connect_error', resolve));
    client.socket.connect();
    expect(await rejected).toMatchObject({
      data: { code: expect.stringMatching(/^(bad-handshake|outdated)$/) },
    });
    client.socket.disconnect();
  }
  expect(await hana.looks()).not.toBeNull();
});
