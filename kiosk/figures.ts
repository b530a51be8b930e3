import { html, type TemplateResult } from 'lit';

/** `8–14`, `18:30`, `3`: what of a sentence is a figure. */
const figure = /\d+(?:[–:.]\d+)*/g;

export interface Piece {
  readonly text: string;
  readonly isFigure: boolean;
}

/** A sentence cut at its figures; nothing is lost. */
export function pieces(sentence: string): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of sentence.matchAll(figure)) {
    if (match.index > at) found.push({ text: sentence.slice(at, match.index), isFigure: false });
    found.push({ text: match[0], isFigure: true });
    at = match.index + match[0].length;
  }
  if (at < sentence.length) found.push({ text: sentence.slice(at), isFigure: false });
  return found;
}

/** The sentence with its figures as `<b>`: the eye finds the number first. */
export function figures(sentence: string): TemplateResult {
  return html`${pieces(sentence).map(({ text, isFigure }) => (isFigure ? html`<b>${text}</b>` : text))}`;
}
