import { audienceOf, memberOf } from '../room/core/state';
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
 * Every byte that a member gets over a real connection during a life: frames, answers, and the whole view after their own
 * steps and at the end. A request after every step makes sure that everything sent has arrived. The member connects as soon
 * as they may, and again whenever they were disconnected and may return.
 */
export async function watchWire(
  { server, set }: SteppedServer,
  roomId: string,
  lives: readonly Lived[],
  viewer: string,
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
    // Answers arrive in order, so everything sent before has arrived.
    if (client) await client.socket.emitWithAck('time');
    if (client && step.by === viewer) seen.push(await wholeOf(client));
  }
  if (client) seen.push(await wholeOf(client));
  if (client) seen.push(...textsOf(client));
  client?.socket.disconnect();
  return seen;
}

async function wholeOf(client: TestClient): Promise<string> {
  return JSON.stringify({ ...(await client.looks()), at: 0 });
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

function cookieName(lives: readonly Lived[], viewer: string): string {
  return principalOf(lives, viewer).replace(/^pr_/, '');
}

/** Heads follow the wall clock, and say nothing that the whole view does not say. */
function textsOf(client: TestClient): string[] {
  return client.frames.filter(({ event }) => event !== 'head').map((frame) => JSON.stringify(frame));
}
