import type { Role } from '#core/vocabulary.ts';

/** Who stands at a door, as the hub has verified it. */
export type Identity =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'staff';
      readonly badge: string;
      readonly role: Role;
      /** Names the session without opening it. */
      readonly session: string;
    }
  | {
      readonly kind: 'device';
      readonly device: string;
      readonly deviceKind: DeviceKind;
      readonly approved: boolean;
    };

/** Of pins that people choose or give; a hall file's may have four. Pages name it before the hub does. */
export const pinLengthMin = 6;

export const deviceKinds = ['kiosk', 'display', 'hardware'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/**
 * Whom a door lets in. `anyone` stands also for the holder of a ticket's id: the id is the key.
 * `staff` are clerks and supervisors; a supervisor may stand in for a clerk, and the core says
 * whether the act is theirs (rule `not-your-counter`).
 */
export type Who = 'anyone' | 'staff' | 'supervisor' | DeviceKind;

export const anonymous: Identity = { kind: 'anonymous' };

/** Open to this identity, shut for want of one, or not for this one. */
export type Admission = 'admitted' | 'not-signed-in' | 'forbidden';

/** The one check of roles, for HTTP and sockets alike. */
export function admission(who: readonly Who[], identity: Identity): Admission {
  if (who.some((each) => fits(each, identity))) return 'admitted';
  return identity.kind === 'anonymous' ? 'not-signed-in' : 'forbidden';
}

function fits(who: Who, identity: Identity): boolean {
  switch (who) {
    case 'anyone':
      return true;
    case 'staff':
      return identity.kind === 'staff';
    case 'supervisor':
      return identity.kind === 'staff' && identity.role === 'supervisor';
    case 'kiosk':
    case 'display':
    case 'hardware':
      return identity.kind === 'device' && identity.approved && identity.deviceKind === who;
  }
}
