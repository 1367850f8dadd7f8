import type { ZodType } from 'zod';
import { bodyWithin } from '@/app/api/source-body';
import { type Doorway, doorway } from '@/server/doorway';
import { isOwnOrigin } from '@/server/protocol/own-origin';
import { REJECTIONS, type RejectionCode } from '@/server/protocol/rejections';
import { routeOf } from '@/server/protocol/route-of';
import type { Principal, Session } from '@/server/runtime/principal';
import type { Outcome } from '@/server/runtime/rooms';

type Asker = Parameters<Doorway['packs']['read']>[1];

const STATUS: Partial<Record<RejectionCode, number>> = {
  'bad-command': 400,
  'not-a-member': 403,
  'not-admitted': 403,
  'not-allowed': 403,
  removed: 403,
  'wrong-address': 403,
  'invite-unknown': 404,
  'not-found': 404,
  'pack-unknown': 404,
  'pack-too-big': 413,
  'pack-broken': 422,
  'invite-expired': 410,
  'invite-revoked': 410,
  'slow-down': 429,
  failed: 500,
  unavailable: 503,
};

/**
 * What a form gets while the record cannot be used. Unlike in a room, nothing sends it again automatically. The
 * reference finds the reason in the server's log.
 */
function unavailable(reference: string): Response {
  const message = `Hotseat can’t save or look anything up just now. Nothing you wrote is lost: try again in a minute. Reference ${reference}.`;
  return Response.json(
    { ok: false, code: 'unavailable', message },
    { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '5' } },
  );
}

/** An outcome as JSON; a rejection carries its code, its sentence and a fitting status (409 unless it says more). */
export function answer<T>(outcome: Outcome<T>): Response {
  if (!outcome.ok && outcome.code === 'unavailable' && outcome.reference)
    return unavailable(outcome.reference);
  const status = outcome.ok ? 200 : (STATUS[outcome.code] ?? 409);
  return Response.json(outcome, { status, headers: { 'cache-control': 'no-store' } });
}

export function reject(code: RejectionCode): Response {
  return answer({ ok: false, code, message: REJECTIONS[code] });
}

/** Runs `work` for the person behind the request; a signed-out one gets 401. */
export async function asPrincipal(
  request: Request,
  work: (principal: Principal) => Promise<Response>,
): Promise<Response> {
  return asSession(request, ({ principal }) => work(principal));
}

/** The same, with the sign-in session that asks. */
export async function asSession(
  request: Request,
  work: (session: Session) => Promise<Response>,
): Promise<Response> {
  return orUnavailable(request, async () => {
    const session = await doorway().identity.session(request.headers.get('cookie'));
    if (!session)
      return Response.json(
        { ok: false, code: 'not-allowed', message: 'You are signed out. Sign in, then try again.' },
        { status: 401, headers: { 'cache-control': 'no-store' } },
      );
    return work(session);
  });
}

/** Runs `work` for anybody, signed in or not. */
export async function asAnybody(
  request: Request,
  work: (asker: Asker) => Promise<Response>,
): Promise<Response> {
  return orUnavailable(request, async () => {
    const { identity, addressOf } = doorway();
    const principal = await identity.principal(request.headers.get('cookie'));
    return work({ principal, address: addressOf(request.headers) });
  });
}

/**
 * Runs `work` for somebody who previews a guide before they keep it. Where guests are allowed, they can do so before
 * they enter a name. `body` is null when it is too large.
 */
export async function asReader<T, Body>(
  request: Request,
  bodyOf: (request: Request) => Promise<Body | null>,
  work: (body: Body, asker: Asker) => Promise<Outcome<T>>,
): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  return asAnybody(request, async (asker) => {
    if (!asker.principal && !doorway().identity.guests) return reject('not-allowed');
    const body = await bodyOf(request);
    return body === null
      ? reject('pack-too-big')
      : answer(await work(body, { ...asker, signal: request.signal }));
  });
}

/** Every route that asks the record does it in here, so that an outage has the same answer everywhere. */
export async function orUnavailable(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    // Next has its own copy of the class.
    if (!(error instanceof Error && error.name === 'RecordUnavailable')) throw error;
    return unavailable(doorway().failed(error, routeOf(request.method, new URL(request.url).pathname)));
  }
}

/** None of our forms sends more. */
const BODY_BYTES = 65_536;

/** What one of our own pages sends as a JSON body of this shape; null for anything else. */
export async function ownBody<T>(request: Request, shape: ZodType<T>): Promise<T | null> {
  if (!fromOurselves(request)) return null;
  try {
    const text = await bodyWithin(request, BODY_BYTES);
    return text === null ? null : (shape.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

/** What links for others begin with in an answer to this request. */
export function openedAt(request: Request): string {
  return doorway().openedAt(request.headers);
}

/** Browsers name the page that asks in `Origin` with every POST and DELETE. */
export function fromOurselves(request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && isOwnOrigin(origin, request.headers.get('host'), doorway().publicUrl);
}
