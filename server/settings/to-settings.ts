import {
  weekdays,
  type HallConfig,
  type OpeningHours,
  type ProfileCondition,
  type ProfileFinally,
  type TicketTemplate,
  type VoiceConfig,
} from '#core/hall-config.ts';
import type { QualityConfig } from '#core/quality.ts';
import { serviceIcons } from '#server/hall-file/schema.ts';
import { voiceOf as usualVoice } from '#server/hall-file/voice.ts';
import type { DisciplineSettings, HallSettings } from './draft.ts';
import { logoAddress } from './logo.ts';

/**
 * A configuration in the shape of a hall file: what `toHallConfig` reads back as the same
 * configuration. What equals a default of another field (a short name, an icon) is left out.
 */
export function toSettings(config: HallConfig): HallSettings {
  const { hall, hours, policy } = config;
  return {
    hall: {
      id: hall.id,
      name: hall.name,
      timezone: hall.timezone,
      ...given('hotline', hall.hotline),
      languages: [...hall.languages],
    },
    hours: {
      weekly: Object.fromEntries(
        weekdays.map((day) => [day, spanText(hours.weekly[day])]),
      ) as HallSettings['hours']['weekly'],
      exceptions: hours.exceptions.map(({ date, hours: span, reason }) => ({
        date,
        hours: spanText(span),
        reason,
      })),
      closingNoticeMinutes: hours.closingNoticeMinutes,
    },
    classes: config.classes.map((each) => ({
      id: each.id,
      rank: each.rank,
      name: each.name,
      ...given('prefix', each.prefix),
      ...given('promiseMinutes', each.promiseMinutes),
      ...(each.needsCustomer ? { needsCustomer: true } : {}),
    })),
    services: config.services.map((service) => ({
      id: service.id,
      name: service.name,
      ...(isSameText(service.short, service.name) ? {} : { short: service.short }),
      prefix: service.prefix,
      promiseMinutes: service.promiseMinutes,
      expectedMinutes: service.expectedMinutes,
      ...given('quotaPerDay', service.quotaPerDay),
      ...(service.papers.length === 0 ? {} : { papers: [...service.papers] }),
      ...iconOf(service.id, service.icon),
    })),
    counters: config.counters.map((counter) => ({
      id: counter.id,
      services: [...counter.services],
      ...(counter.prefers.length === 0 ? {} : { prefers: [...counter.prefers] }),
      ...(counter.backup === null
        ? {}
        : {
            backup: {
              services: [...counter.backup.services],
              afterMinutes: counter.backup.afterMinutes,
            },
          }),
      ...given('place', counter.place),
    })),
    staff: config.staff.map(({ badge, name, role, photo, mayCallOutOfOrder }) => ({
      badge,
      name,
      role,
      ...given('photo', photo),
      ...(mayCallOutOfOrder ? {} : { mayCallOutOfOrder }),
    })),
    discipline: disciplineOf(config),
    policy: {
      routinePause: policy.routinePause,
      signOff: policy.signOff,
      handover: policy.handover,
      noShow: { ...policy.noShow },
      recallMax: policy.recallMax,
      recallGapSeconds: policy.recallGapSeconds,
      startOnCall: policy.startOnCall,
      maxOpenTicketsPerPerson: policy.maxOpenTicketsPerPerson,
      handoverMaxMinutes: policy.handoverMaxMinutes,
      transfer: policy.transferPlace,
      ratingMinutes: policy.ratingMinutes,
      ...(policy.lockAfterMinutes === undefined
        ? {}
        : { lockAfterMinutes: policy.lockAfterMinutes }),
      openEveryDay: policy.openEveryDay,
    },
    notices: config.notices.map(({ id, text }) => ({ id, text })),
    ...(config.quality === undefined ? {} : { quality: qualityOf(config.quality) }),
    // A hall of before halls had a voice speaks as the house does.
    voice: voiceOf(config.voice ?? usualVoice({}, hall.languages)),
    ...(config.ticket === undefined ? {} : { ticket: ticketOf(config.ticket) }),
  };
}

function given<K extends string, V>(key: K, value: V | null): { readonly [P in K]?: V } {
  return value === null ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

function spanText(span: OpeningHours | null): string {
  return span === null ? 'closed' : `${span.from}-${span.to}`;
}

function isSameText(one: { zh: string; en: string }, other: { zh: string; en: string }): boolean {
  return one.zh === other.zh && one.en === other.en;
}

/** Left out where a service is called like an icon: the reader takes that one by itself. */
function iconOf(id: string, icon: string | null) {
  const known = serviceIcons.find((each) => each === icon);
  return known === undefined || known === id ? {} : { icon: known };
}

function disciplineOf({ discipline, guards }: HallConfig): DisciplineSettings {
  const common = {
    ...given('maxConsecutivePriority', guards.maxConsecutivePriority),
    ...(Object.keys(guards.maxWaitMinutes).length === 0
      ? {}
      : { maxWaitMinutes: { ...guards.maxWaitMinutes } }),
  };
  switch (discipline.kind) {
    case 'fifo':
    case 'strict':
    case 'promise':
      return { kind: discipline.kind, ...common };
    case 'ratio':
      return { kind: 'ratio', shares: { ...discipline.shares }, ...common };
    case 'aging':
      return { kind: 'aging', weights: { ...discipline.weights }, ...common };
    case 'profile':
      return {
        kind: 'profile',
        rules: discipline.rules.map(({ when, call }) => ({ when: conditionOf(when), call })),
        finally: finallyOf(discipline.finally),
        ...common,
      } as DisciplineSettings;
  }
}

function conditionOf(condition: ProfileCondition): Readonly<Record<string, unknown>> {
  switch (condition.kind) {
    case 'waitOver':
      return { waitOver: { queue: condition.queue, minutes: condition.minutes } };
    case 'lengthOver':
      return { lengthOver: { queue: condition.queue, count: condition.count } };
    case 'calledLess':
      return {
        calledLess: { queue: condition.queue, n: condition.n, scope: condition.scope },
      };
    case 'between':
      return { between: [condition.from, condition.to] };
    case 'all':
      return { all: condition.conditions.map(conditionOf) };
  }
}

function finallyOf(last: ProfileFinally): unknown {
  switch (last.kind) {
    case 'max-wait':
      return 'max-wait';
    case 'list-order':
      return { 'list-order': [...last.queues] };
    case 'ratio':
      return { ratio: { ...last.shares } };
  }
}

function qualityOf({ meeting, items }: QualityConfig): NonNullable<HallSettings['quality']> {
  return { meeting, ...(Object.keys(items).length === 0 ? {} : { items: { ...items } }) };
}

function voiceOf(voice: VoiceConfig): NonNullable<HallSettings['voice']> {
  const voices = { ...given('zh', voice.voices.zh), ...given('en', voice.voices.en) };
  return {
    spoken: voice.spoken,
    volume: voice.volumePercent,
    languages: [...voice.languages],
    oneAsYao: voice.oneAsYao,
    ...(voice.quietHours.length === 0 ? {} : { quietHours: voice.quietHours.map(spanText) }),
    ...given('pack', voice.pack),
    ...given('model', voice.model),
    ...(Object.keys(voices).length === 0 ? {} : { voices }),
    wordsPerMinute: voice.wordsPerMinute,
    ...given('screen', voice.screen),
    ...(Object.keys(voice.templates).length === 0 ? {} : { templates: { ...voice.templates } }),
  };
}

function ticketOf({ language, logo, lines }: TicketTemplate): NonNullable<HallSettings['ticket']> {
  return {
    language,
    ...(logo === null ? {} : { logo: logoAddress(logo) }),
    lines: lines.map(({ show, text, size, align, bold }) => ({
      show,
      ...given('text', text),
      ...given('size', size),
      ...given('align', align),
      ...given('bold', bold),
    })),
  };
}
