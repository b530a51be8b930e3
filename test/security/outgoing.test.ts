import { expect, it } from 'vitest';
import { projectFiles } from '#test/house/project-files.ts';

const filesWith = (way: RegExp, folder: RegExp): string[] =>
  projectFiles
    .filter(({ path }) => folder.test(path) && /\.(?:ts|mjs)$/.test(path))
    .filter(({ text }) => way.test(text))
    .map(({ path }) => path);

it('the hub asks nobody: only its own tools and the agent call a hub', () => {
  const asks = /\bfetch\(|\bhttps?\.(?:request|get)\(|from '(?:undici|node:http2|node:dgram)'/;
  expect(filesWith(asks, /^(?:server|hardware)\//).sort()).toEqual([
    'hardware/agent/pairing.ts',
    'server/replay/network.ts',
    'server/replay/own-hub.ts',
    'server/replay/verify-over-http.ts',
  ]);
});

it('nobody is sent elsewhere: only an address with a slash too many leads on, within the hub', () => {
  const leads = /\.redirect\(|['"]location['"]:|\.header\('location'/;
  expect(filesWith(leads, /^server\//)).toEqual(['server/plugins/problems.ts']);
});

it('pages name no address outside the hub', () => {
  const outside = /(?:fetch|import|open|src=|href=)\(?['"`]https?:\/\//;
  expect(filesWith(outside, /^(?:ui|kiosk|display|counter)\//)).toEqual([]);
});

it('no hash that is broken', () => {
  expect(filesWith(/['"](?:md5|sha1|rc4|des)['"]/i, /^(?:server|hardware|kiosk|ui)\//)).toEqual([]);
});
