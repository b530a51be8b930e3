import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * The proxies whose word on the asker's address counts (`--trust-proxy`). Without it nobody's does:
 * whoever can write `X-Forwarded-For` would otherwise have as many addresses as they like.
 */
export interface Proxies {
  readonly isTrusted: (address: string) => boolean;
  /** The address that asks: the last one in the chain that is no trusted proxy. */
  readonly addressOf: (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;
  /** True where the asker came by https: to the hub itself, or to a trusted proxy that says so. */
  readonly isSecure: (request: Pick<IncomingMessage, 'headers' | 'socket'>) => boolean;
}

/** @param trusted addresses and networks, e.g. `127.0.0.1`, `10.0.0.0/8`, `::1`; null: none of it */
export function readProxies(trusted: string): Proxies | null {
  const list = new BlockList();
  const entries = trusted.split(',').map((each) => each.trim());
  for (const entry of entries) if (!addTo(list, entry)) return null;
  return proxiesOf((address) => {
    const kind = isIP(address);
    return kind !== 0 && list.check(address, kind === 6 ? 'ipv6' : 'ipv4');
  });
}

export const noProxies: Proxies = proxiesOf(() => false);

function proxiesOf(isTrusted: (address: string) => boolean): Proxies {
  return {
    isTrusted,
    addressOf({ headers, socket }) {
      let address = plain(socket.remoteAddress ?? '');
      const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
      for (const hop of forwarded.reverse()) {
        const named = plain(hop.trim());
        if (named === '' || !isTrusted(address)) break;
        address = named;
      }
      return address;
    },
    isSecure({ headers, socket }) {
      if ('encrypted' in socket && socket.encrypted === true) return true;
      // The last one was written by the nearest proxy; Fastify reads it the same way.
      const said = [headers['x-forwarded-proto'] ?? ''].flat().join(',').split(',').at(-1);
      return isTrusted(plain(socket.remoteAddress ?? '')) && said?.trim() === 'https';
    },
  };
}

/** An IPv4 address that came in by an IPv6 socket is written as itself. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

function addTo(list: BlockList, entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const kind = isIP(address);
  if (kind === 0 || more.length > 0) return false;
  const family = kind === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) {
    list.addAddress(address, family);
    return true;
  }
  const prefix = Number(bits);
  if (!/^\d{1,3}$/.test(bits) || prefix > (kind === 6 ? 128 : 32)) return false;
  list.addSubnet(address, prefix, family);
  return true;
}
