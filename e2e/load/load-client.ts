import WebSocket from 'ws';
import { type FrameKind, frameKind, START } from './frames';

export interface LoadClientInput {
  /** Called before every connection; for example `http://127.0.0.1:3000`. */
  url(): string;
  cookie: string | null;
  /** Socket.IO's `auth`. */
  auth: object;
  /** Ready means a whole view, or just the connection if the server sends no views. */
  readyWhen: 'shown' | 'connected';
}

/** The server's ping settings at the opening of a connection, in milliseconds. */
export interface Pings {
  pingInterval: number;
  pingTimeout: number;
}

/** The wait before another try when the server was too busy to accept the connection (ms). */
const RETRY_MS = 500;

/**
 * One person's connection without a library: it writes and reads Engine.IO 4 and Socket.IO 5 packets by hand on a
 * WebSocket. It parses almost nothing, so that one core can run thousands of them.
 */
export class LoadClient {
  /** Bytes of all packets caused by commands: frames and answers, without pings, presence and heartbeats. */
  bytes = 0;
  /** Bytes of the last whole view. */
  wholeBytes = 0;
  /** The id of the room's round; null before the first one. */
  roundId: string | null = null;
  pings: Pings | null = null;
  onFrame: (kind: FrameKind, at: number) => void = () => {};
  readonly #input: LoadClientInput;
  readonly #answers = new Map<number, (ok: boolean, at: number) => void>();
  #socket: WebSocket | null = null;
  #count = 0;
  #ready: () => void = () => {};
  #leaving = false;

  constructor(input: LoadClientInput) {
    this.#input = input;
  }

  /** Connects, and retries until it has its view. Rejects if the server rejects it for good. */
  connects(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#ready = resolve;
      this.#dial(reject);
    });
  }

  /** `told` is called with the answer, at most once; false means a rejection. */
  sends(body: unknown, told: (ok: boolean, at: number) => void): void {
    this.#count += 1;
    this.#answers.set(this.#count, told);
    this.#socket?.send(`42${this.#count}${JSON.stringify(['command', body])}`);
  }

  /** A letter of a text: a binary event as Socket.IO writes it, with a placeholder and then the bytes. */
  types(askId: string, update: Uint8Array, told: (ok: boolean, at: number) => void): void {
    this.#count += 1;
    this.#answers.set(this.#count, told);
    const event = JSON.stringify(['code', { askId, update: { _placeholder: true, num: 0 } }]);
    this.#socket?.send(`451-${this.#count}${event}`);
    this.#socket?.send(update);
  }

  /** Like a laptop that loses its network: without a close message. */
  losesTheLine(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#answers.clear();
    socket?.removeAllListeners();
    socket?.on('error', () => {});
    socket?.terminate();
  }

  leaves(): void {
    this.#leaving = true;
    this.losesTheLine();
  }

  #dial(reject: (error: Error) => void): void {
    const { url, cookie } = this.#input;
    const socket = new WebSocket(`${url().replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: cookie === null ? {} : { cookie },
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    this.#socket = socket;
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) this.#takeLetter(data);
      else this.#take(data, socket, reject);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      if (this.#socket !== socket || this.#leaving) return;
      setTimeout(() => {
        if (this.#socket === socket && !this.#leaving) this.#dial(reject);
      }, RETRY_MS);
    });
  }

  #take(data: Buffer, socket: WebSocket, reject: (error: Error) => void): void {
    const start = data.toString('latin1', 0, START);
    const type = start.slice(0, 2);
    if (start === '2') socket.send('3');
    else if (type === '42') this.#takeFrame(data, frameKind(start));
    else if (type === '43') this.#takeAnswer(start, data.length);
    else if (type === '40') {
      if (this.#input.readyWhen === 'connected') this.#ready();
    } else if (type === '44') this.#takeRejection(data.toString(), socket, reject);
    else if (start.startsWith('0')) {
      const { pingInterval, pingTimeout } = JSON.parse(data.toString().slice(1)) as Pings;
      this.pings = { pingInterval, pingTimeout };
      socket.send(`40${JSON.stringify(this.#input.auth)}`);
    }
  }

  #takeFrame(data: Buffer, kind: FrameKind): void {
    if (kind === 'background') return;
    this.bytes += data.length;
    this.roundId ??= /"roundId":"(r\d+)"/.exec(data.toString())?.[1] ?? null;
    if (kind === 'whole') {
      this.wholeBytes = data.length;
      if (this.#input.readyWhen === 'shown') this.#ready();
    }
    this.onFrame(kind, performance.now());
  }

  /** Only updates of texts have bytes. */
  #takeLetter(data: Buffer): void {
    this.bytes += data.length;
    this.onFrame('typed', performance.now());
  }

  #takeAnswer(start: string, length: number): void {
    this.bytes += length;
    const end = start.indexOf('[');
    const no = Number(start.slice(2, end));
    const told = this.#answers.get(no);
    this.#answers.delete(no);
    told?.(start.startsWith('[{"ok":true', end), performance.now());
  }

  #takeRejection(packet: string, socket: WebSocket, reject: (error: Error) => void): void {
    if (packet.includes('"unavailable"')) socket.close();
    else reject(new Error(`The server does not take this connection: ${packet}`));
  }
}
