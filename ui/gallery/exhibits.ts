import { html, type TemplateResult } from 'lit';
import { counterStates, hallStates, ratings, ticketStates } from '#core/vocabulary.ts';
import { icon, iconNames } from '#ui/icons.ts';
import { language } from '#ui/locale/index.ts';
import { buttonsShown } from './buttons.ts';
import { classes, hall, nowMs, refusal, signs, timezone, ways } from './samples.ts';
import '#ui/elements/ph-call-card.ts';
import '#ui/elements/ph-class-switch.ts';
import '#ui/elements/ph-dialog.ts';
import '#ui/elements/ph-hall-status.ts';
import '#ui/elements/ph-lang-switch.ts';
import '#ui/elements/ph-message-band.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-promise-bar.ts';
import '#ui/elements/ph-qr.ts';
import '#ui/elements/ph-queue-line.ts';
import '#ui/elements/ph-rating.ts';
import '#ui/elements/ph-refusal.ts';
import '#ui/elements/ph-sign.ts';
import '#ui/elements/ph-state-mark.ts';
import '#ui/elements/ph-ticket-number.ts';
import '#ui/elements/ph-time-out.ts';
import '#ui/elements/ph-training-tag.ts';
import '#ui/elements/ph-ways.ts';

export interface Exhibit {
  readonly name: string;
  readonly show: (theme: string) => TemplateResult | readonly TemplateResult[];
}

export const exhibits: readonly Exhibit[] = [
  { name: 'plate', show: platesShown },
  {
    name: 'ticket-number',
    show: () =>
      (['solid', 'hollow', 'struck'] as const).map((look) =>
        sample(
          look,
          html`<ph-ticket-number class="number" number="A027" look=${look}></ph-ticket-number>`,
        ),
      ),
  },
  {
    name: 'queue-line',
    show: () => [
      ...[0, 1, 6, 12, 27].map((ahead) =>
        sample(
          `${ahead}`,
          html`<ph-queue-line class="line" .ahead=${ahead}></ph-queue-line>`,
          true,
        ),
      ),
      ...[0, 3, 20].map((ahead) =>
        sample(
          `${ahead}, you`,
          html`<ph-queue-line
            class="line"
            you
            .ahead=${ahead}
            .counters=${['2', '5']}
          ></ph-queue-line>`,
          true,
        ),
      ),
    ],
  },
  {
    name: 'call-card',
    show: () => [
      sample(
        'new',
        html`<ph-call-card class="call-new" look="new" number="A027" counter="3"></ph-call-card>`,
        true,
      ),
      sample(
        'standing',
        html`<ph-call-card class="call-standing" number="V003" counter="2"></ph-call-card>`,
      ),
      sample(
        'not live',
        html`<ph-call-card
          class="call-standing"
          look="not-live"
          number="A025"
          counter="5"
        ></ph-call-card>`,
      ),
    ],
  },
  {
    name: 'state-mark',
    show: () => [
      ...counterStates.map((state) =>
        sample(
          `counter ${state}`,
          html`<ph-state-mark counter=${state} audience="staff"></ph-state-mark>`,
        ),
      ),
      ...ticketStates.map((state) =>
        sample(`ticket ${state}`, html`<ph-state-mark ticket=${state}></ph-state-mark>`),
      ),
      ...(['in-time', 'call-now', 'near', 'broken'] as const).map((promise) =>
        sample(`promise ${promise}`, html`<ph-state-mark promise=${promise}></ph-state-mark>`),
      ),
    ],
  },
  {
    name: 'hall-status',
    show: () => [
      ...hallStates.map((state) =>
        sample(
          state,
          html`<ph-hall-status
            class="status"
            .hall=${{ ...hall, state }}
            .nowMs=${state === 'closing' ? Date.parse('2026-03-02T10:08:00Z') : nowMs}
            .waitingCount=${9}
          ></ph-hall-status>`,
          true,
        ),
      ),
      sample(
        'not live',
        html`<ph-hall-status class="status" .hall=${hall} .staleSinceMs=${nowMs}></ph-hall-status>`,
        true,
      ),
    ],
  },
  {
    name: 'sign',
    show: () => [
      ...signs.map((sign) =>
        sample(
          sign.kind,
          html`<ph-sign class="sign-full" .sign=${sign} timezone=${timezone}></ph-sign>`,
          true,
        ),
      ),
      ...signs.map((sign) =>
        sample(
          `${sign.kind}, line`,
          html`<ph-sign
            class="sign-line"
            look="line"
            .sign=${sign}
            timezone=${timezone}
          ></ph-sign>`,
        ),
      ),
    ],
  },
  {
    name: 'ways',
    show: () => sample('two', html`<ph-ways class="ways" .ways=${ways}></ph-ways>`, true),
  },
  {
    name: 'message-band',
    show: () =>
      (['notice', 'closing', 'offline', 'fault', 'training', 'sound'] as const).map((kind) =>
        sample(kind, bandShown(kind), true),
      ),
  },
  { name: 'button', show: () => buttonsShown() },
  {
    name: 'time-out',
    show: () =>
      (['lamp', 'plain', 'solid'] as const).map((look) =>
        sample(
          look,
          html`<ph-time-out look=${look} seconds="90">${say('办好了', 'Done')}</ph-time-out>`,
          true,
        ),
      ),
  },
  {
    name: 'promise-bar',
    show: () =>
      (
        [
          ['in time', 245, 135],
          ['waiting', 190, -1],
          ['near', 300, 225],
          ['broken', 420, 300],
        ] as const
      ).map(([label, waited, serving]) =>
        sample(
          label,
          html`<ph-promise-bar
            .waitedSeconds=${waited}
            .serviceSeconds=${serving}
            .promiseSeconds=${600}
          ></ph-promise-bar>`,
          true,
        ),
      ),
  },
  {
    name: 'refusal',
    show: () => [
      sample(
        'by a rule',
        html`<ph-refusal .problem=${refusal(language.get())}></ph-refusal>`,
        true,
      ),
      sample('hub not reached', html`<ph-refusal .problem=${null}></ph-refusal>`, true),
    ],
  },
  {
    name: 'rating',
    show: () => [
      sample('asking', html`<ph-rating class="face"></ph-rating>`, true),
      sample('thanks', html`<ph-rating .given=${ratings[0]}></ph-rating>`, true),
    ],
  },
  {
    name: 'class-switch',
    show: () =>
      ['ordinary', 'special'].map((value) =>
        sample(
          value,
          html`<ph-class-switch
            class="class-switch"
            .classes=${classes}
            value=${value}
            .notes=${{
              ordinary: say('依次叫号', 'Called in turn'),
              special: say(
                '老人 孕妇 残疾人 带婴儿的顾客',
                'Elderly, expecting, disabled, with a baby',
              ),
              vip: say('请输入手机号或卡号', 'Enter your phone or card number'),
            }}
          ></ph-class-switch>`,
          true,
        ),
      ),
  },
  {
    name: 'lang-switch, training-tag, qr',
    show: () => [
      sample('full', html`<ph-lang-switch></ph-lang-switch>`),
      sample('short', html`<ph-lang-switch look="small"></ph-lang-switch>`),
      sample('training', html`<ph-training-tag></ph-training-tag>`),
      sample('qr', html`<ph-qr value="http://192.168.1.20:8080/t/8f3k2m9q" label="QR"></ph-qr>`),
    ],
  },
  {
    name: 'icon',
    show: () =>
      html`<div class="icons">
        ${iconNames.map(
          (name) =>
            html`<figure>
              ${icon(name)}
              <figcaption>${name}</figcaption>
            </figure>`,
        )}
      </div>`,
  },
];

function platesShown(): TemplateResult[] {
  return [
    ...counterStates.map((state, index) =>
      sample(
        state,
        html`<span class="plates"><ph-plate counter=${index + 1} state=${state}></ph-plate></span>`,
      ),
    ),
    sample(
      'not live',
      html`<span class="plates"><ph-plate not-live counter="8"></ph-plate></span>`,
    ),
    ...['12', 'A12', 'B-12'].map((counter) =>
      sample(counter, html`<span class="plates"><ph-plate counter=${counter}></ph-plate></span>`),
    ),
    ...(['idle', 'calling', 'paused', 'absent', 'handover', 'closed'] as const).map((state) =>
      sample(
        '34',
        html`<span class="plates small"><ph-plate counter="3" state=${state}></ph-plate></span>`,
      ),
    ),
    sample(
      '216',
      html`<span class="plates large"><ph-plate counter="3" state="calling"></ph-plate></span>`,
    ),
  ];
}

function bandShown(
  kind: 'notice' | 'closing' | 'offline' | 'fault' | 'training' | 'sound',
): TemplateResult {
  const words = {
    notice: say('3 月 8 日只办上午。', 'Mornings only on 8 March.'),
    closing: say(
      '18:30 停止取号。只要取到号，今天一定办完。',
      'Numbers stop at 18:30. Everyone holding one is served today.',
    ),
    offline: say(
      '这块屏幕停在 10:24。您的号一直有效，请听工作人员叫号。',
      'This screen stopped at 10:24. Your number is still good; please listen for the staff.',
    ),
    fault: say('小票机缺纸，10:40 前装好。', 'The printer is out of paper; ready by 10:40.'),
    training: say('这里的号都是练习用的。', 'All numbers here are for practice.'),
    sound: say('点一下开声音', 'Touch to turn sound on'),
  };
  return html`<ph-message-band
    kind=${kind}
    heading=${kind === 'offline' ? say('暂时断开', 'Disconnected for now') : ''}
    text=${words[kind]}
  ></ph-message-band>`;
}

function sample(label: string, shown: TemplateResult, wide = false): TemplateResult {
  return html`<div class="sample ${wide ? 'wide' : ''}"><small>${label}</small>${shown}</div>`;
}

function say(zh: string, en: string): string {
  return language.get() === 'zh' ? zh : en;
}
