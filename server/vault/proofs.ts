import { timingSafeEqual } from 'node:crypto';

/** What the hub signs for a kiosk to keep: that numbers were leased to it, and on which day. */
export interface LeaseClaim {
  readonly lease: string;
  readonly day: string;
  readonly device: string;
}

/** Signatures under the vault's own key: what a device brings back was given to it, or is not. */
export interface Proofs {
  prove(claim: LeaseClaim): string;
  isProven(claim: LeaseClaim, proof: string): boolean;
}

/** @param keyed HMAC-SHA-256 under the vault's key */
export function createProofs(keyed: (text: string) => Buffer): Proofs {
  const sign = ({ lease, day, device }: LeaseClaim): Buffer =>
    keyed(JSON.stringify([lease, day, device]));
  return {
    prove: (claim) => sign(claim).toString('base64url'),
    isProven(claim, proof) {
      const given = Buffer.from(proof, 'base64url');
      const right = sign(claim);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
