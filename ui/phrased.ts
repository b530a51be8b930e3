const han = '\\p{Script=Han}';
const gap = new RegExp(`(?<=${han}) (?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}]) (?=${han})`, 'gu');
const betweenHan = new RegExp(`(?<=${han}) (?=${han})`, 'u');

/**
 * A Chinese sentence whose lines break between its phrases: the spaces around figures hold
 * ("2 号" stays together), a space between two Chinese words may break. Belongs with the class
 * `phrases` (base-styles, reset.css), which keeps the words of a phrase together. English is
 * returned as it is.
 */
export function phrased(text: string): string {
  return text.replaceAll(gap, (space, at: number) =>
    betweenHan.test(text.slice(at - 1, at + 2)) ? space : '\u00a0',
  );
}
