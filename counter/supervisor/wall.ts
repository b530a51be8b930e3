import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { LanguageController } from '#ui/locale/index.ts';
import '#ui/wall/ph-wall.ts';
import { stoppedAt } from '#ui/wall/stopped-at.ts';

/**
 * The wall screen at a desk (`#/board/wall`), with the session of whoever signed in; a screen that
 * stays for weeks is a device of its own (`/display/wall`).
 *
 * - `hub`: of the page that shows it
 */
@customElement('ph-desk-wall')
export class DeskWall extends LitElement {
  @property({ attribute: false }) hub: HubClient | null = null;

  private view: ViewController<'wall'> | null = null;
  private connection: ConnectionController | null = null;
  private clock: ClockController | null = null;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const nowMs = this.clock?.nowMs ?? Date.now();
    const data = this.view?.data ?? null;
    const { connection } = this;
    return html`<ph-wall
      .view=${data}
      .nowMs=${nowMs}
      .stoppedMs=${connection === null ? null : stoppedAt(connection.value, data, nowMs)}
    ></ph-wall>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('hub') || this.hub === null || this.view !== null) return;
    this.view = new ViewController(this, this.hub, 'wall');
    this.connection = new ConnectionController(this, this.hub);
    this.clock = new ClockController(this, this.hub);
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-desk-wall': DeskWall;
  }
}
