import type { AttachedDevice, HallEvent } from './events.ts';
import type { HallDay } from './state.ts';

type AttachedChange = Extract<
  HallEvent,
  {
    type: 'DeviceStateChanged' | 'DeviceDetached' | 'DeviceRevoked' | 'FaultRaised' | 'FaultEnded';
  }
>;

export function evolveAttached(state: HallDay, event: AttachedChange): HallDay {
  switch (event.type) {
    case 'DeviceStateChanged': {
      const { atMs, data } = event;
      const before = state.attached[attachedKey(data)];
      const sameState = before?.state === data.state;
      return attach(state, {
        ...data,
        sinceMs: sameState ? before.sinceMs : atMs,
        fault: before?.fault ?? null,
        // Another fault of the same device is another matter.
        hidden: before?.hidden === true && data.state !== 'ready' && data.state !== 'paper-low',
      });
    }
    case 'DeviceDetached':
      return without(state, (each) => attachedKey(each) !== attachedKey(event.data));
    case 'DeviceRevoked':
      return without(state, (each) => each.device !== event.data.device);
    case 'FaultRaised': {
      const { untilMs } = event.data;
      const before = state.attached[attachedKey(event.data)];
      if (before === undefined) return state;
      const sinceMs = before.fault?.sinceMs ?? event.atMs;
      return attach(state, { ...before, fault: { sinceMs, untilMs } });
    }
    case 'FaultEnded': {
      const before = state.attached[attachedKey(event.data)];
      if (before === undefined) return state;
      return attach(state, { ...before, fault: null, hidden: event.data.why === 'withdrawn' });
    }
  }
}

/** An attached device's name in the hall: the agent's device id and its own of the device file. */
export function attachedKey({ device, id }: { device: string; id: string }): string {
  return `${device}/${id}`;
}

function attach(state: HallDay, attached: AttachedDevice): HallDay {
  return { ...state, attached: { ...state.attached, [attachedKey(attached)]: attached } };
}

function without(state: HallDay, stays: (each: AttachedDevice) => boolean): HallDay {
  const left = Object.entries(state.attached).filter(([, each]) => stays(each));
  if (left.length === Object.keys(state.attached).length) return state;
  return { ...state, attached: Object.fromEntries(left) };
}
