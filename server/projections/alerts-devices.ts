import { clockTime } from '#protocol/words/text.ts';
import type { RaisedAlert } from './alerts.ts';
import type { ViewSources } from './view-sources.ts';

/** Alerts about devices. Approving one is an HTTP door, not a command: the page knows the way. */
export function deviceAlerts({ devices }: ViewSources, timezone: string): readonly RaisedAlert[] {
  return devices.flatMap(
    ({ device, name, code, state, online, sound, lastSeenAt }): RaisedAlert[] => {
      if (state === 'pending') {
        return [{ key: device, alert: { kind: 'device-pending', name, code }, acts: [] }];
      }
      if (state === 'revoked') return [];
      if (!online) {
        // One that was never here is not missed.
        if (lastSeenAt === null) return [];
        const since = clockTime(Date.parse(lastSeenAt), timezone);
        return [{ key: device, alert: { kind: 'device-offline', name, since }, acts: [] }];
      }
      if (sound !== 'blocked') return [];
      return [{ key: device, alert: { kind: 'sound-blocked', name }, acts: [] }];
    },
  );
}
