import type { Why } from '#core/disciplines/why.ts';
import type { ClassConfig, HallConfig } from '#core/hall-config.ts';
import { classOf, defaultClass } from '#core/lookup.ts';
import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

export interface WhyFacts {
  readonly config: HallConfig;
  readonly class: string;
  /** It has waited longer than all others in the list. */
  readonly longest?: boolean;
}

/** Why this ticket is next, in a few words: the fact that decided, not the mechanism's name. */
export function whyText(why: Why, facts: WhyFacts): Text {
  return bySetting(why, facts) ?? byKey(why, facts);
}

/** A setting, a guard or a person that went before the discipline. */
function bySetting(why: Why, facts: WhyFacts): Text | null {
  switch (why.by) {
    case 'named':
      return text('点名叫号', 'Called by name');
    case 'max-wait':
      return text('等得太久，先办', 'Waited too long');
    case 'max-consecutive-priority':
      return text('轮到普通顾客', 'Ordinary turn');
    case 'prefers':
      return text('本窗口优先', 'This counter’s own');
    case 'backup':
      return text('来帮忙', 'Helping out');
    case 'only-one':
      return text('只有这一位', 'The only one');
    case 'ratio':
      return why.key === 'credit' ? text('按比例轮到', 'By share') : null;
    case 'aging':
      return why.key === 'weighted-wait' ? text('按等候和类别', 'Wait and class') : null;
    case 'promise':
      return why.key === 'deadline' ? text('承诺最先到', 'Promise due first') : null;
    case 'profile':
      return why.key === 'rule' ? text('按窗口方案', 'By work plan') : null;
    case 'fifo':
    case 'strict':
      return facts.longest === true && why.key === 'queue-time'
        ? text('等得最久', 'Longest wait')
        : null;
  }
}

function byKey(why: Why, facts: WhyFacts): Text {
  switch (why.key) {
    case 'named':
      return text('点名叫号', 'Called by name');
    case 'front':
      return text('材料补齐了，先办', 'Papers complete');
    case 'rank':
      return classFirst(facts);
    case 'deadline':
      return text('承诺最先到', 'Promise due first');
    case 'credit':
      return text('按比例轮到', 'By share');
    case 'weighted-wait':
      return text('按等候和类别', 'Wait and class');
    case 'rule':
    case 'list-order':
      return text('按窗口方案', 'By work plan');
    case 'queue-time':
    case 'sequence':
      return inTurn();
  }
}

/** `贵宾先办`, `爱心优先`; a ticket of the default class stands in turn. */
function classFirst({ config, class: className }: WhyFacts): Text {
  const own = classOf(config, className);
  if (own === undefined || own.id === defaultClass(config).id) return inTurn();
  return isVip(config, own)
    ? text(`${own.name.zh}先办`, `${own.name.en} first`)
    : text(priority(own.name.zh, '优先'), `${own.name.en} first`);
}

/** A class that says it in its own name is not given the word twice. */
function priority(name: string, word: string): string {
  return name.endsWith(word) ? name : name + word;
}

function inTurn(): Text {
  return text('按取号先后', 'In turn');
}

/**
 * Whether a class is the hall's VIP class: it needs to be on the customer list or, where no class
 * does, it is the highest of several above the default.
 */
export function isVip(config: HallConfig, own: ClassConfig): boolean {
  const base = defaultClass(config);
  if (own.id === base.id || own.rank <= base.rank) return false;
  if (config.classes.some((each) => each.needsCustomer)) return own.needsCustomer;
  const above = config.classes.filter((each) => each.rank > base.rank);
  if (own.id === 'vip') return true;
  return above.length > 1 && above.every((each) => each.rank <= own.rank);
}

/** A class above the default that is not the VIP's: special needs, no proof asked. */
export function isSpecialNeeds(config: HallConfig, own: ClassConfig): boolean {
  return own.rank > defaultClass(config).rank && !isVip(config, own);
}
