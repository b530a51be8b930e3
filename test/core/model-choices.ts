import type { HallConfig } from '#core/hall-config.ts';
import { testConfig } from '#test/support/hall-config.ts';

const others = <T extends { readonly id: string }>(list: readonly T[], id: string) =>
  list.filter((each) => each.id !== id);
const { counters: allCounters, services, classes, hours, staff } = testConfig;
const early = { from: '08:00', to: '18:00' };
/** What managers might save on a running day, for now or for the next one. */
export const savedConfigs: readonly HallConfig[] = [
  testConfig,
  { ...testConfig, counters: others(allCounters, '3') },
  { ...testConfig, counters: others(allCounters, '1'), discipline: { kind: 'fifo' } },
  { ...testConfig, services: others(services, 'enquiry') },
  { ...testConfig, classes: others(classes, 'vip'), discipline: { kind: 'promise' } },
  { ...testConfig, staff: staff.filter(({ badge }) => badge !== '1003') },
  { ...testConfig, hours: { ...hours, weekly: { ...hours.weekly, mon: early, tue: early } } },
];

/** Events that a walk of random people must come to. */
export const deepEvents = [
  'ServiceRated',
  'TicketMissed',
  'TicketRejoined',
  'TicketTransferred',
  'TicketParked',
  'TicketReturned',
  'TicketPutBack',
  'TicketLapsed',
  'CounterPaused',
  'CounterReleased',
  'CounterServicesSet',
  'HandoverQueued',
  'HandoverRelieved',
  'HandoverCompleted',
  'HandoverCancelled',
  'NumbersLeased',
  'HandInRefused',
  'HallClosed',
  'RosterEdited',
  'RosterPublished',
  'SeatFoundEmpty',
  'SwapAsked',
  'SwapAgreed',
  'SwapApproved',
  'LeaveAsked',
  'LeaveApproved',
];
