import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { noProxies, readProxies } from '#server/plugins/proxies.ts';

const asked = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

describe('--trust-proxy', () => {
  it('unset: nobody’s word counts, whatever a request says', () => {
    expect(noProxies.addressOf(asked('10.0.0.5', '1.2.3.4'))).toBe('10.0.0.5');
    expect(noProxies.addressOf(asked('::ffff:10.0.0.5'))).toBe('10.0.0.5');
  });

  it('believes the named proxies, hop by hop from the nearest, and nobody before them', () => {
    const proxies = readProxies('10.0.0.0/8, ::1');
    expect(proxies).not.toBeNull();
    const addressOf = (remote: string, forwarded?: string) =>
      proxies!.addressOf(asked(remote, forwarded));
    expect(addressOf('10.0.0.5', '203.0.113.9')).toBe('203.0.113.9');
    expect(addressOf('::1', '203.0.113.9, 10.1.1.1')).toBe('203.0.113.9');
    // What stands before an untrusted hop was written by whoever asks.
    expect(addressOf('10.0.0.5', '127.0.0.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(addressOf('203.0.113.7', '10.0.0.1')).toBe('203.0.113.7');
    expect(addressOf('10.0.0.5')).toBe('10.0.0.5');
    expect(addressOf('10.0.0.5', '')).toBe('10.0.0.5');
  });

  it('knows who came by https: to the hub itself, or as a named proxy says', () => {
    const proxies = readProxies('10.0.0.0/8')!;
    const by = (remoteAddress: string, proto?: string, encrypted?: true) =>
      ({
        headers: proto === undefined ? {} : { 'x-forwarded-proto': proto },
        socket: { remoteAddress, ...(encrypted === undefined ? {} : { encrypted }) },
      }) as unknown as IncomingMessage;
    expect(proxies.isSecure(by('10.0.0.5', 'https'))).toBe(true);
    expect(proxies.isSecure(by('10.0.0.5', 'http, https'))).toBe(true);
    expect(proxies.isSecure(by('10.0.0.5', 'https, http'))).toBe(false);
    expect(proxies.isSecure(by('10.0.0.5'))).toBe(false);
    expect(proxies.isSecure(by('203.0.113.7', 'https'))).toBe(false);
    expect(noProxies.isSecure(by('10.0.0.5', 'https'))).toBe(false);
    expect(noProxies.isSecure(by('203.0.113.7', undefined, true))).toBe(true);
  });

  it.each([
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '',
    '10.0.0.1,',
    '::1/129',
    '10.0.0.0/x',
  ])('refuses "%s"', (text) => {
    expect(readProxies(text)).toBeNull();
  });
});
