import { Encoder, type Packet, PacketType } from 'socket.io-parser';

/** Counts how often each event was turned into bytes: a broadcast is encoded once, whatever the number of people. */
export class EncodingCounter {
  readonly counts = new Map<string, number>();

  /** An encoder class for Socket.IO's `parser` option. */
  encoder(): typeof Encoder {
    const { counts } = this;
    return class CountingEncoder extends Encoder {
      override encode(packet: Packet): ReturnType<Encoder['encode']> {
        if (packet.type === PacketType.EVENT && Array.isArray(packet.data)) {
          const name = String(packet.data[0]);
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
        return super.encode(packet);
      }
    };
  }
}
