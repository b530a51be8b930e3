import type {
  ClassConfig,
  CounterConfig,
  Discipline,
  DisciplineGuards,
  HallConfig,
  HallHours,
  NoticeConfig,
  Policy,
  ProfileCondition,
  ProfileFinally,
  ServiceConfig,
  StaffConfig,
} from '#core/hall-config.ts';
import { weekdays, type OpeningHours, type Weekday } from '#core/hall-config.ts';
import { languages } from '#core/vocabulary.ts';
import { defaults } from './defaults.ts';
import { openingHoursOf } from './opening-hours.ts';
import { serviceIcons, type HallFile } from './schema.ts';
import { qualityOf } from './quality.ts';
import { ticketOf } from './ticket.ts';
import { voiceOf } from './voice.ts';

/** Pins are none of the configuration's business. */
export type PinlessHallFile = Omit<HallFile, 'staff'> & {
  readonly staff: readonly Omit<HallFile['staff'][number], 'pin'>[];
};
type FileDiscipline = NonNullable<HallFile['discipline']>;
type FileProfile = Extract<FileDiscipline, { kind: 'profile' }>;
type FileCondition = FileProfile['rules'][number]['when'];

/**
 * A hall file as the hall's configuration, defaults filled in. Only for a file without mistakes:
 * throws where a check has let one pass. Pins stay behind; `training` is an option of the hub.
 */
export function toHallConfig(file: PinlessHallFile): HallConfig {
  const { hall } = file;
  return {
    hall: {
      id: hall.id,
      name: hall.name,
      timezone: hall.timezone,
      hotline: hall.hotline ?? null,
      languages: hall.languages ?? languages,
    },
    training: false,
    hours: hoursOf(file.hours),
    classes: file.classes.map((each) => classOf(each)),
    services: file.services.map(serviceOf),
    counters: file.counters.map(counterOf),
    staff: file.staff.map(staffOf),
    discipline: disciplineOf(file),
    guards: guardsOf(file.discipline),
    policy: policyOf(file.policy ?? {}),
    notices: noticesOf(file.notices ?? []),
    ...(file.ticket === undefined ? {} : { ticket: ticketOf(file.ticket) }),
    ...(file.quality === undefined ? {} : { quality: qualityOf(file.quality) }),
    voice: voiceOf(file.voice ?? {}, hall.languages ?? languages),
  };
}

function hoursOf({ weekly, exceptions, closingNoticeMinutes }: HallFile['hours']): HallHours {
  return {
    weekly: Object.fromEntries(weekdays.map((day) => [day, opening(weekly[day])])) as Record<
      Weekday,
      OpeningHours | null
    >,
    exceptions: (exceptions ?? []).map(({ date, hours, reason }) => ({
      date,
      hours: opening(hours),
      reason,
    })),
    closingNoticeMinutes: closingNoticeMinutes ?? defaults.closingNoticeMinutes,
  };
}

function opening(text: string): OpeningHours | null {
  const hours = openingHoursOf(text);
  if (hours === undefined) throw new Error('hours of no known form passed the check');
  return hours;
}

/** Without a list nobody could be on it: then a class `vip` is open to whoever takes it. */
function classOf(each: HallFile['classes'][number]): ClassConfig {
  return {
    id: each.id,
    rank: each.rank,
    name: each.name,
    prefix: each.prefix ?? null,
    promiseMinutes: each.promiseMinutes ?? null,
    needsCustomer: each.needsCustomer ?? false,
  };
}

function serviceOf(service: HallFile['services'][number]): ServiceConfig {
  return {
    id: service.id,
    name: service.name,
    short: service.short ?? service.name,
    prefix: service.prefix,
    promiseMinutes: service.promiseMinutes ?? defaults.promiseMinutes,
    expectedMinutes: service.expectedMinutes ?? defaults.expectedMinutes,
    quotaPerDay: service.quotaPerDay ?? null,
    papers: service.papers ?? [],
    icon: service.icon ?? serviceIcons.find((icon) => icon === service.id) ?? null,
  };
}

function counterOf(counter: HallFile['counters'][number]): CounterConfig {
  return {
    id: counter.id,
    services: counter.services,
    prefers: counter.prefers ?? [],
    backup: counter.backup ?? null,
    place: counter.place ?? null,
  };
}

function staffOf(person: PinlessHallFile['staff'][number]): StaffConfig {
  return {
    badge: person.badge,
    name: person.name,
    role: person.role,
    photo: person.photo ?? null,
    mayCallOutOfOrder: person.mayCallOutOfOrder ?? defaults.mayCallOutOfOrder,
  };
}

function disciplineOf(file: PinlessHallFile): Discipline {
  const discipline = file.discipline ?? { kind: 'strict' };
  const everyClass = (given: Readonly<Record<string, number>>) =>
    Object.fromEntries(file.classes.map(({ id }) => [id, given[id] ?? 1]));
  switch (discipline.kind) {
    case 'fifo':
    case 'strict':
    case 'promise':
      return { kind: discipline.kind };
    case 'ratio':
      return { kind: 'ratio', shares: everyClass(discipline.shares) };
    case 'aging':
      return { kind: 'aging', weights: everyClass(discipline.weights) };
    case 'profile':
      return {
        kind: 'profile',
        rules: discipline.rules.map(({ when, call }) => ({ when: conditionOf(when), call })),
        finally: finallyOf(discipline.finally, everyClass),
      };
  }
}

function conditionOf(when: FileCondition): ProfileCondition {
  if (when.all !== undefined) return { kind: 'all', conditions: when.all.map(conditionOf) };
  if (when.waitOver !== undefined) return { kind: 'waitOver', ...when.waitOver };
  if (when.lengthOver !== undefined) return { kind: 'lengthOver', ...when.lengthOver };
  if (when.calledLess !== undefined) {
    const { queue, n, scope } = when.calledLess;
    return { kind: 'calledLess', queue, n, scope: scope ?? defaults.calledLessScope };
  }
  const [from, to] = when.between ?? [];
  if (from === undefined || to === undefined) throw new Error('a rule without a condition');
  return { kind: 'between', from, to };
}

function finallyOf(
  last: FileProfile['finally'],
  everyClass: (given: Readonly<Record<string, number>>) => Readonly<Record<string, number>>,
): ProfileFinally {
  if (last === 'max-wait') return { kind: 'max-wait' };
  if (last.ratio !== undefined) return { kind: 'ratio', shares: everyClass(last.ratio) };
  return { kind: 'list-order', queues: last['list-order'] ?? [] };
}

function guardsOf(discipline: FileDiscipline | undefined): DisciplineGuards {
  return {
    maxConsecutivePriority: discipline?.maxConsecutivePriority ?? null,
    maxWaitMinutes: discipline?.maxWaitMinutes ?? {},
  };
}

function policyOf(policy: NonNullable<HallFile['policy']>): Policy {
  return {
    routinePause: policy.routinePause ?? defaults.routinePause,
    signOff: policy.signOff ?? defaults.signOff,
    handover: policy.handover ?? defaults.handover,
    noShow: {
      minCalls: policy.noShow?.minCalls ?? defaults.noShowMinCalls,
      minSeconds: policy.noShow?.minSeconds ?? defaults.noShowMinSeconds,
      rejoinAfter: policy.noShow?.rejoinAfter ?? defaults.noShowRejoinAfter,
    },
    recallMax: policy.recallMax ?? defaults.recallMax,
    recallGapSeconds: policy.recallGapSeconds ?? defaults.recallGapSeconds,
    startOnCall: policy.startOnCall ?? defaults.startOnCall,
    maxOpenTicketsPerPerson: policy.maxOpenTicketsPerPerson ?? defaults.maxOpenTicketsPerPerson,
    handoverMaxMinutes: policy.handoverMaxMinutes ?? defaults.handoverMaxMinutes,
    transferPlace: policy.transfer ?? defaults.transfer,
    ratingMinutes: policy.ratingMinutes ?? defaults.ratingMinutes,
    ...(policy.lockAfterMinutes === undefined ? {} : { lockAfterMinutes: policy.lockAfterMinutes }),
    openEveryDay: policy.openEveryDay ?? defaults.openEveryDay,
  };
}

/** A notice without an id is named by its place: `notice-1`, or the next that is free. */
function noticesOf(notices: NonNullable<HallFile['notices']>): readonly NoticeConfig[] {
  const taken = new Set(notices.map((notice) => ('id' in notice ? notice.id : '')));
  return notices.map((notice, index) => {
    if ('id' in notice) return { id: notice.id, text: notice.text };
    let number = index + 1;
    while (taken.has(`notice-${number}`)) number += 1;
    const id = `notice-${number}`;
    taken.add(id);
    return { id, text: notice };
  });
}
