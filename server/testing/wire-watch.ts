import { allRounds, audienceOf, memberOf } from '../room/core/state';
import type { Editors } from './editors';
import { type LiveServer, TestClient } from './live-server';
import type { Lived, Step } from './lives';
import { isCommand } from './secrets/vary';

/** A server for the steps, whose clock and knowledge of the host's presence come from each step. */
export interface SteppedServer {
  server: LiveServer;
  /** Called before each step. */
  set(step: Step): void;
}

/**
 * Every byte that a member gets over a real connection during a life: frames, answers, and the whole view with all texts
 * of code after their own steps and at the end. A request after every step makes sure that everything sent has arrived.
 * The member connects as soon as they may, and again whenever they were disconnected and may return. `editors` write on the way.
 */
export async function watchWire(
  { server, set }: SteppedServer,
  roomId: string,
  lives: readonly Lived[],
  viewer: string,
  editors: Editors | null = null,
): Promise<string[]> {
  const seen: string[] = [];
  let client: TestClient | null = null;
  for (const [index, { step, after }] of lives.entries()) {
    set(step);
    const answer = await take(server, roomId, lives, step, index, step.by === viewer ? client : null);
    if (step.by === viewer) seen.push(JSON.stringify(answer));
    const maySee = after !== null && audienceOf(after, viewer) !== null;
    if (client && !maySee) {
      await client.isCut();
      seen.push(...textsOf(client), 'cut');
      client = null;
    }
    if (!client && maySee) {
      client = new TestClient(server.port, cookieName(lives, viewer), roomId);
      await client.arrives();
    }
    if (after) await editors?.act(index, after, client);
    // Answers arrive in order, so everything sent before has arrived.
    if (client) await client.socket.emitWithAck('time');
    if (client && step.by === viewer) seen.push(await wholeOf(client), ...(await codesOf(client, lives)));
  }
  if (client) seen.push(await wholeOf(client), ...(await codesOf(client, lives)));
  if (client) seen.push(...textsOf(client));
  client?.socket.disconnect();
  editors?.close();
  return seen;
}

async function wholeOf(client: TestClient): Promise<string> {
  return JSON.stringify({ ...(await client.looks()), at: 0 });
}

/** An editor that has nothing yet. */
const NOTHING = new Uint8Array([0]);

/** What the editor's channel answers of every ask of a life, where it answers anything. */
async function codesOf({ socket }: TestClient, lives: readonly Lived[]): Promise<string[]> {
  const asks = lives.flatMap(({ after }) => (after ? allRounds(after).flatMap((round) => round.asks) : []));
  const texts: string[] = [];
  for (const askId of new Set(asks.map((ask) => ask.askId))) {
    const missing = await socket.emitWithAck('codeSync', { askId, vector: NOTHING });
    if (missing) texts.push(`${askId} ${Buffer.from(missing.update).toString('base64')}`);
  }
  return texts;
}

/** The viewer's own commands go over the wire; those of others and of the program go directly to the room. */
async function take(
  server: LiveServer,
  roomId: string,
  lives: readonly Lived[],
  step: Step,
  index: number,
  client: TestClient | null,
): Promise<unknown> {
  const { command } = step;
  const isSystem = !isCommand(command);
  const commandId = `step-${String(index).padStart(6, '0')}`;
  if (client && !isSystem) return client.socket.emitWithAck('command', { commandId, command });
  const principalId = command.type === 'OpenRoom' ? command.host.principalId : principalOf(lives, step.by);
  const reply = await server.runtime.handle({ roomId, principalIds: [principalId], commandId, command });
  return reply.ok ? { ok: true } : reply;
}

function principalOf(lives: readonly Lived[], memberId: string | null): string {
  const states = lives.flatMap(({ after }) => after ?? []);
  return states.flatMap((state) => memberOf(state, memberId)?.principalId ?? [])[0] ?? 'pr_nobody';
}

export function cookieName(lives: readonly Lived[], viewer: string): string {
  return principalOf(lives, viewer).replace(/^pr_/, '');
}

/** Heads follow the wall clock, and say nothing that the whole view does not say. */
function textsOf(client: TestClient): string[] {
  return client.frames.filter(({ event }) => event !== 'head').map((frame) => JSON.stringify(frame));
}
