import { seatHeldBy, staffOf } from '#core/lookup.ts';
import type { Command } from '#core/commands.ts';
import type { Actor } from '#core/vocabulary.ts';
import type { Args, CommandDoor } from '#protocol/doors/door.ts';
import type { OverrideFields } from '#protocol/fields.ts';
import { admission, anonymous, type Identity, type Who } from '#protocol/identity.ts';
import { limits } from '#server/limits.ts';
import { createShares } from './allowances.ts';
import { answerOf, type After, type Target } from './answers.ts';
import { bodyHash } from './canonical.ts';
import type { Hall } from './hall-port.ts';
import { plainProblem, tooMany } from './hub-problem.ts';
import { createKeptRequests } from './kept-requests.ts';
import { hasHolidays, withHolidays } from './public-holidays.ts';
import { problemOfOutcome } from './outcome-problem.ts';
import { handedInAnswer, leaseAnswer } from './lease-answers.ts';
import type { RefusalLog } from './refusal-log.ts';
import { createPinCheck } from './sign-in.ts';
import { argsWithoutNumbers, withoutNumbers } from './without-numbers.ts';

/** One command as it comes through any door: fields are checked, the identity is verified. */
export interface Request {
  readonly door: CommandDoor;
  readonly identity: Identity;
  readonly address: string;
  /** `acting`: the counter that HTTP's path names. */
  readonly args: Args & { readonly override?: OverrideFields; readonly acting?: string };
  readonly key: string | null;
}

export interface Answer {
  readonly revision: number;
  readonly result: Readonly<Record<string, unknown>>;
}

/** The front desk of a hall: who are you, may you, and what became of it. HTTP and sockets share it. */
export function createDesk(hall: Hall, turnedAway: RefusalLog = () => undefined) {
  const { dispatch, vault, views } = hall;
  const checkPin = createPinCheck(hall, turnedAway);
  const shares = createShares(limits.commandsAtOncePerAskerMax);

  /** The identity behind a token, or null when it opens nothing (any more). */
  function identify(token: string): Identity | null {
    const session = vault.sessions.find(token);
    if (session !== null) {
      const { config } = dispatch.state();
      const person = config === null ? undefined : staffOf(config, session.badge);
      // Who is no longer on the staff has no session, whatever the token says.
      if (person === undefined) return null;
      return { kind: 'staff', badge: person.badge, role: person.role, session: session.session };
    }
    const device = vault.devices.findByToken(token);
    if (device === null || device.state === 'revoked') return null;
    return {
      kind: 'device',
      device: device.device,
      deviceKind: device.kind,
      approved: device.state === 'approved',
    };
  }

  /** @throws HubProblem `not-signed-in` or `forbidden` */
  function admit(who: readonly Who[], identity: Identity): void {
    const answer = admission(who, identity);
    if (answer === 'admitted') return;
    if (answer === 'not-signed-in') throw plainProblem('not-signed-in', 'not-signed-in');
    const isPending = identity.kind === 'device' && !identity.approved;
    throw plainProblem('forbidden', isPending ? 'device-pending' : 'forbidden');
  }

  /** @throws HubProblem for everything that is not done */
  async function run(request: Request): Promise<Answer> {
    admit(request.door.who, request.identity);
    const asker = scopeOf(request.identity, request.address);
    if (!shares.enter(asker)) throw tooMany(limits.commandsRetryAfterMs);
    try {
      return await runAdmitted(request);
    } finally {
      shares.leave(asker);
    }
  }

  async function runAdmitted(request: Request): Promise<Answer> {
    const { identity, args } = request;
    const command = toCommand(request);
    const override =
      args.override === undefined ? undefined : await overrideOf(args.override, request);
    const target = command.args as Readonly<Record<string, string>>;
    const outcome = await dispatch.submit({
      command,
      actor: actorOf(identity),
      ...(override === undefined ? {} : { override }),
      ...(request.key === null
        ? {}
        : {
            idempotency: {
              scope: scopeOf(identity, target.ticket ?? request.address),
              key: request.key,
              bodyHash: bodyHash([command, override]),
            },
          }),
      render: (after) => answered(request, command, after),
    });
    if (outcome.kind !== 'done') {
      throw problemOfOutcome(outcome, {
        command: command.name,
        state: dispatch.state(),
        nowMs: hall.clock.now(),
      });
    }
    return { revision: outcome.revision, result: outcome.result.answer as Answer['result'] };
  }

  function answered({ door, identity }: Request, command: Command, after: After) {
    if (command.name === 'lease-numbers') {
      return leaseAnswer(after, deviceOf(identity), vault.proofs);
    }
    if (command.name === 'hand-in-ticket') return handedInAnswer(after, command.args, views);
    return answerOf(door.answer, command.args as Target, after, views);
  }

  /** Whether the hub gave this kiosk this lease; the core knows no keys. */
  function withProof(
    command: Command & { name: 'hand-in-ticket' },
    { identity, args }: Request,
  ): Command {
    const claim = { lease: command.args.lease, day: String(args.day), device: deviceOf(identity) };
    const genuine = vault.proofs.isProven(claim, String(args.proof));
    return { ...command, args: { ...command.args, genuine } };
  }

  function toCommand(request: Request): Command {
    const { door, identity, args } = request;
    const given = argsWithoutNumbers(withoutOverride(args));
    const held =
      identity.kind === 'staff' ? seatHeldBy(dispatch.state(), identity.badge)?.id : undefined;
    const isFromPath = door.param !== 'counter' || given.acting !== undefined;
    // A transfer's `counter` may be the target: its door sorts them out (doors/counters.ts).
    const needsOwn =
      !isFromPath &&
      (given.counter === undefined ||
        (door.name === 'transfer' && given.to === undefined && given.service === undefined));
    if (needsOwn && held === undefined) throw plainProblem('unknown', 'no-counter');
    const whole = needsOwn && door.name !== 'transfer' ? { ...given, counter: held } : given;
    const command = door.toCommand(whole, { identity, own: held ?? null });
    if (command.name === 'hand-in-ticket') return withProof(command, request);
    if (hasHolidays(command)) return withHolidays(command, dispatch.state(), hall.clock.now());
    return command.name === 'issue-ticket' ? withCustomer(withKiosk(command, identity)) : command;
  }

  /** A printer may name its kiosk by the name that staff gave it. */
  function withKiosk(
    command: Command & { name: 'issue-ticket' },
    identity: Identity,
  ): Command & { name: 'issue-ticket' } {
    const { kiosk: _, ...args } = command.args;
    if (identity.kind !== 'device') return { ...command, args };
    const name = vault.devices.get(identity.device)?.name;
    return { ...command, args: name === undefined ? args : { ...args, kiosk: name } };
  }

  /** The number that a customer typed becomes the vault's reference: the journal sees no number. */
  function withCustomer(command: Command & { name: 'issue-ticket' }): Command {
    const { customer: key, ...args } = command.args;
    if (key === undefined) return command;
    const found = vault.customers.find(key) ?? vault.customers.byReference(key);
    if (found === null) return { name: 'issue-ticket', args };
    const { customer, class: listedClass } = found;
    const asked = args.class ?? listedClass;
    const { config } = dispatch.state();
    const needsListing = config?.classes.find(({ id }) => id === asked)?.needsCustomer === true;
    // Listed for another class: without the reference the core refuses (`customer-not-listed`).
    if (needsListing && asked !== listedClass) return { name: 'issue-ticket', args };
    return { name: 'issue-ticket', args: { ...args, class: asked, customer } };
  }

  /** A supervisor's token speaks for itself; anybody else shows a supervisor's badge and pin. */
  async function overrideOf(asked: OverrideFields, { identity, address }: Request) {
    const { reason, badge, pin } = asked;
    if (badge !== undefined || pin !== undefined) {
      const person = await checkPin(badge ?? '', pin ?? '', address);
      if (person.role !== 'supervisor') throw plainProblem('forbidden', 'override-role');
      return { by: person.badge, reason: withoutNumbers(reason) };
    }
    if (identity.kind !== 'staff' || identity.role !== 'supervisor') {
      throw plainProblem('forbidden', 'override-role');
    }
    return { by: identity.badge, reason: withoutNumbers(reason) };
  }

  return { hall, identify, admit, run, checkPin, turnedAway, once: createKeptRequests() };
}

export type Desk = ReturnType<typeof createDesk>;

/** Most have none: they are not copied. */
function withoutOverride(args: Request['args']): Omit<Request['args'], 'override'> {
  if (args.override === undefined) return args;
  const { override: _, ...written } = args;
  return written;
}

function deviceOf(identity: Identity): string {
  return identity.kind === 'device' ? identity.device : '';
}

export function actorOf(identity: Identity): Actor {
  switch (identity.kind) {
    case 'anonymous':
      return { kind: 'customer' };
    case 'staff':
      return { kind: 'staff', badge: identity.badge, role: identity.role };
    case 'device':
      return { kind: 'device', device: identity.device };
  }
}

/** Keeps the keys of different askers apart; the holder of a ticket is known by it. */
export function scopeOf(identity: Identity, otherwise: string): string {
  switch (identity.kind) {
    case 'anonymous':
      return `anyone:${otherwise}`;
    case 'staff':
      return `staff:${identity.badge}`;
    case 'device':
      return `device:${identity.device}`;
  }
}

export { anonymous };
