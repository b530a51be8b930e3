import type { Socket } from 'socket.io';
import type { FastifyBaseLogger } from 'fastify';
import type { Language } from '#core/vocabulary.ts';
import { doorNamed } from '#protocol/doors/doors.ts';
import type { Identity } from '#protocol/identity.ts';
import {
  CommandFields,
  HealthFields,
  PresentFields,
  VoiceFields,
  WatchFields,
} from '#protocol/messages.ts';
import type { ByeMessage, ClientToHub, HubToClient } from '#protocol/socket-events.ts';
import type { SpeechMessage, VoiceStanding } from '#protocol/speech.ts';
import { validator, type Validate } from '#protocol/validator.ts';
import type { Desk } from '#server/desk/desk.ts';
import { badInput, isHubProblem, plainProblem, tooMany } from '#server/desk/hub-problem.ts';
import { createTokenBucket } from '#server/desk/token-bucket.ts';
import { limits } from '#server/limits.ts';
import type { HallVoice } from '#server/voice/hall-voice.ts';
import { hearsTickets, publicCall } from './public-call.ts';
import type { ViewFeed } from './view-feed.ts';
import { dropIfSlow } from './slow-readers.ts';
import { mayWatchConsole, roomOf, viewers, viewNeeds } from './watch-rights.ts';

export type HubSocket = Socket<ClientToHub, HubToClient, Record<string, never>, SocketData>;

export interface SocketData {
  identity: Identity;
  /** Ends the connection with a reason that the page can act on. */
  bye: (message: ByeMessage) => void;
  /** Takes up the watches that a pending device was refused. */
  approved: () => void;
}

export interface ConnectionDeps {
  readonly desk: Desk;
  /** Null where the hub has no voice. */
  readonly voice?: HallVoice | null;
  readonly feed: ViewFeed;
  /** Sends what waits for this turn's end: a newcomer shall not get it twice. */
  readonly sendWaiting: () => void;
  readonly log: FastifyBaseLogger;
  readonly identity: Identity;
  readonly language: Language;
  readonly address: string;
  /** Tells a kiosk who has shown a card beside it. */
  readonly present: (request: PresentFields) => void;
}

/** Readers of these views hear every announcement, so that nobody sees a gap in the numbers. */
export const callsRoom = '#calls';
/** The same for passers-by, who do not learn the ids of others' tickets. */
export const publicCallsRoom = '#calls-public';
const hearCalls = new Set(['lobby', 'window', 'ticket', 'supervisor']);

const checkWatch = validator(WatchFields);
const checkCommand = validator(CommandFields);
const checkHealth = validator(HealthFields);
const checkPresent = validator(PresentFields);
const checkVoice = validator(VoiceFields);

/** One socket: its words are checked like HTTP bodies, its answers are acks, it never throws. */
export function serveConnection(socket: HubSocket, deps: ConnectionDeps): void {
  const { desk, feed, log, identity } = deps;
  const { dispatch, vault, presence, metrics, views } = desk.hall;
  const isKnown = identity.kind !== 'anonymous';
  const bucket = createTokenBucket(
    isKnown ? limits.knownMessagesPerSecond : limits.anonymousMessagesPerSecond,
    isKnown ? limits.knownMessageBurst : limits.anonymousMessageBurst,
    () => performance.now(),
  );
  /** Cards shown: a guard against trying out numbers. */
  const lookups = createTokenBucket(
    limits.lookupsPerMinuteMax / 60,
    limits.lookupsPerMinuteMax,
    () => performance.now(),
  );
  const known = new Set<string>();
  /** What a pending device wants to see once it is approved. */
  const wishes = new Map<string, WatchFields>();

  socket.data.identity = identity;
  socket.data.bye = (message) => {
    socket.emit('bye', message);
    socket.disconnect(true);
  };
  socket.data.approved = () => {
    if (identity.kind !== 'device') return;
    const wasListening = socket.rooms.has(publicCallsRoom);
    if (wasListening) void socket.leave(publicCallsRoom);
    socket.data.identity = { ...identity, approved: true };
    if (wasListening) void socket.join(callsRoom);
    const wished = [...wishes.values()];
    wishes.clear();
    for (const request of wished) {
      // What is refused even now stays refused: the page was told so when it asked.
      guarded(undefined, () => watch(request));
    }
  };

  on('watch', checkWatch, watch);
  on('unwatch', checkWatch, (request: WatchFields) => {
    wishes.delete(roomOf(request.view, request, socket.data.identity));
    void socket.leave(roomOf(request.view, request, socket.data.identity));
    const isListening = [...socket.rooms].some((room) => hearCalls.has(room.split(':')[0] ?? ''));
    if (!isListening) void socket.leave(ownCallsRoom());
    return {};
  });
  on('command', checkCommand, command);
  on('present', checkPresent, (request: PresentFields) => {
    desk.admit(['hardware'], socket.data.identity);
    const waitMs = lookups.take();
    if (waitMs > 0) throw tooMany(waitMs);
    deps.present(request);
    return {};
  });
  on('health', checkHealth, ({ sound }: HealthFields) => {
    if (socket.data.identity.kind === 'device') {
      presence.setSound(socket.data.identity.device, sound);
    }
    return {};
  });

  on('voice', checkVoice, (request: VoiceFields) => {
    const { identity: present } = socket.data;
    desk.admit(['display'], present);
    if (deps.voice == null || present.kind !== 'device')
      throw plainProblem('unknown', 'no-command');
    const { device } = present;
    presence.setSound(device, request.sound);
    const screen = {
      id: socket.id,
      device,
      name: vault.devices.get(device)?.name ?? '',
      speech: (message: SpeechMessage) => void socket.emit('speech', message),
      standing: (standing: VoiceStanding) => void socket.emit('standing', standing),
    };
    return deps.voice.hear(screen, request);
  });
  // Whoever waits for an answer to a word that is none of ours gets one too.
  socket.onAny((word: string, ...parts: unknown[]) => {
    if (known.has(word)) return;
    heard(parts, () => {
      throw plainProblem('unknown', 'no-command');
    });
  });
  socket.on('disconnect', () => {
    deps.voice?.leave(socket.id);
  });

  function ownCallsRoom(): string {
    return hearsTickets(socket.data.identity) ? callsRoom : publicCallsRoom;
  }

  function watch(request: WatchFields): object {
    const room = roomOf(request.view, request, socket.data.identity);
    admitWatcher(request, room);
    if (!socket.rooms.has(room) && socket.rooms.size > limits.watchesPerSocketMax) {
      throw plainProblem('too-many', 'watches-full');
    }
    deps.sendWaiting();
    const view = feed.build(room);
    if (view === null) {
      const isTicket = viewNeeds[request.view] === 'ticket';
      throw plainProblem('unknown', isTicket ? 'no-ticket' : 'no-counter-here');
    }
    // From here on without a pause: no call and no view can slip in between.
    void socket.join(hearCalls.has(request.view) ? [room, ownCallsRoom()] : room);
    if (request.sinceCall !== undefined) {
      const missed = views.callsSince(request.sinceCall);
      const hears = hearsTickets(socket.data.identity);
      for (const call of missed) socket.emit('call', hears ? call : publicCall(call));
    }
    socket.emit('view', view);
    return {};
  }

  function admitWatcher(request: WatchFields, room: string): void {
    const need = viewNeeds[request.view];
    if (need !== null && request[need] === undefined) {
      throw badInput([{ field: need, word: 'required', parameter: '' }]);
    }
    const { identity: present } = socket.data;
    if (present.kind === 'device' && !present.approved) {
      if (wishes.size < limits.watchesPerSocketMax) wishes.set(room, request);
    }
    desk.admit(viewers[request.view], present);
    wishes.delete(room);
    const isOthers =
      request.view === 'console' &&
      !mayWatchConsole(dispatch.state(), present, request.counter ?? '');
    if (isOthers) throw plainProblem('forbidden', 'forbidden');
  }

  async function command({ id, name, args = {} }: CommandFields): Promise<object> {
    const door = doorNamed(name);
    if (door === undefined) throw plainProblem('unknown', 'no-command');
    desk.admit(door.who, socket.data.identity);
    const faults = validator(door.args)(args);
    if (faults.length > 0) throw badInput(faults);
    if (identity.kind === 'staff') vault.sessions.touch(identity.session);
    return desk.run({
      door,
      identity: socket.data.identity,
      address: deps.address,
      args,
      key: id,
    });
  }

  /** Listens to one word: payload checked, answered through the ack where there is one. */
  function on(
    word: keyof ClientToHub,
    check: Validate,
    // The check vouches for the payload's type: both come from one schema.
    act: (payload: never) => object | Promise<object>,
  ): void {
    known.add(word);
    socket.on(word, (...parts: unknown[]) => {
      heard(parts, (payload) => {
        const faults = check(payload);
        if (faults.length > 0) throw badInput(faults);
        return act(payload as never);
      });
    });
  }

  function heard(
    parts: readonly unknown[],
    act: (payload: unknown) => object | Promise<object>,
  ): void {
    const last = parts.at(-1);
    const ack = typeof last === 'function' ? (last as (answer: object) => void) : undefined;
    const payload = typeof parts[0] === 'function' ? undefined : parts[0];
    const language =
      typeof payload === 'object' && payload !== null && 'language' in payload
        ? languageOf(payload.language, deps.language)
        : deps.language;
    guarded(
      ack,
      () => {
        dropIfSlow(socket);
        const waitMs = bucket.take();
        if (waitMs > 0) throw tooMany(waitMs);
        return act(payload);
      },
      language,
    );
  }

  function guarded(
    ack: ((answer: object) => void) | undefined,
    act: () => object | Promise<object>,
    language: Language = deps.language,
  ): void {
    const fail = (error: unknown): void => {
      const isExpected = isHubProblem(error);
      if (!isExpected) log.error({ err: error }, 'a socket’s word failed');
      const problem = (isExpected ? error : plainProblem('internal')).inLanguage(language);
      metrics.problems.inc({ code: problem.code });
      if (problem.code !== 'wrong-pin') {
        const { address } = deps;
        desk.turnedAway({
          code: problem.code,
          door: 'socket',
          identity: socket.data.identity,
          address,
        });
      }
      ack?.({ ok: false, problem });
    };
    try {
      const answer = act();
      if (!(answer instanceof Promise)) {
        ack?.({ ok: true, ...answer });
        return;
      }
      answer.then((settled) => ack?.({ ok: true, ...settled }), fail);
    } catch (error) {
      fail(error);
    }
  }
}

function languageOf(given: unknown, otherwise: Language): Language {
  return given === 'zh' || given === 'en' ? given : otherwise;
}
