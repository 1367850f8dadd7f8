import { Encoder, type Packet, PacketType } from 'socket.io-parser';

/** JSON that is already text, so that a message to many connections is encoded once. */
export class Encoded {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Its value, for code that does not send the text. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Turns messages into text, and counts them: by the part of a frame, or by the event if that is sent whole. */
export class Encodings {
  readonly counts = new Map<string, number>();
  readonly #kept = new WeakMap<object, string>();

  text(name: string, value: unknown): string {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    return JSON.stringify(value);
  }

  /** The same for an object that never changes, whose text is kept as long as the object. */
  textOnce(name: string, value: object): string {
    const text = this.#kept.get(value) ?? this.text(name, value);
    this.#kept.set(value, text);
    return text;
  }

  /** An encoder class for Socket.IO's `parser` option, which passes `Encoded` through. */
  encoder(): typeof Encoder {
    const { counts } = this;
    return class FrameEncoder extends Encoder {
      override encode(packet: Packet): ReturnType<Encoder['encode']> {
        const data: unknown[] = Array.isArray(packet.data) ? packet.data : [];
        const last = data.at(-1);
        if (packet.nsp === '/' && last instanceof Encoded) return [asText(packet, data, last)];
        if (packet.type === PacketType.EVENT) {
          const name = String(data[0]);
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
        return super.encode(packet);
      }
    };
  }
}

/** A packet of the main namespace as Socket.IO's protocol (version 5) writes it. */
function asText({ type, id }: Packet, data: readonly unknown[], last: Encoded): string {
  const first = data.slice(0, -1).map((part) => `${JSON.stringify(part)},`);
  return `${type}${id ?? ''}[${first.join('')}${last.text}]`;
}
