import { noChange } from 'lit';
import { Directive, PartType, directive, type ElementPart, type PartInfo } from 'lit/directive.js';

/**
 * Sets single style properties of the element it stands in:
 *
 *     html`<span ${setStyle({ 'flex-grow': '0.4' })}></span>`
 *
 * Lit's own `styleMap` writes a `style` attribute at the first rendering, which the hub's policy
 * (`default-src 'self'`) refuses; properties set by a script are let through.
 */
class SetStyle extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('setStyle stands in a tag, without a name');
  }

  override render(_properties: Readonly<Record<string, string>>): typeof noChange {
    return noChange;
  }

  override update(
    part: ElementPart,
    [properties]: [Readonly<Record<string, string>>],
  ): typeof noChange {
    const { style } = part.element as HTMLElement | SVGElement;
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return noChange;
  }
}

export const setStyle = directive(SetStyle);
