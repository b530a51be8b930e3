import type { Clock } from '../clock.ts';
import type { DeviceSpec } from '../device-file/device-spec.ts';
import { addressOf } from '../device-file/read-device-file.ts';
import type { Transport } from '../transports/byte-stream.ts';
import { deviceFileTransport } from '../transports/device-file.ts';
import { createLink, type Link } from '../transports/link.ts';
import { lpTransport } from '../transports/lp.ts';
import { serialTransport } from '../transports/serial.ts';
import { tcpTransport } from '../transports/tcp.ts';

export type MakeTransport = (spec: DeviceSpec) => Transport;

/** One link for every line: devices on one bus share it, and the last to leave closes it. */
export function createLinks(
  clock: Clock,
  random: () => number,
  transport: MakeTransport = transportOf,
) {
  const shared = new Map<string, { readonly link: Link; users: number }>();
  return function linkFor(spec: DeviceSpec): Link {
    const address = addressOf(spec);
    const known = shared.get(address) ?? {
      link: createLink(transport(spec), { clock, random }),
      users: 0,
    };
    shared.set(address, known);
    known.users += 1;
    const { link } = known;
    let hasLeft = false;
    return {
      address: link.address,
      get stream() {
        return link.stream;
      },
      get why() {
        return link.why;
      },
      onUp: (told) => link.onUp(told),
      onDown: (told) => link.onDown(told),
      drop: (why) => {
        link.drop(why);
      },
      proven: () => {
        link.proven();
      },
      close() {
        if (hasLeft) return;
        hasLeft = true;
        known.users -= 1;
        if (known.users > 0) return;
        shared.delete(address);
        link.close();
      },
    };
  };
}

function transportOf({ transport }: DeviceSpec): Transport {
  switch (transport.kind) {
    case 'tcp':
      return tcpTransport(transport);
    case 'serial':
      return serialTransport(transport);
    case 'file':
      return deviceFileTransport(transport.path);
    case 'lp':
      return lpTransport(transport.queue);
  }
}
