/**
 * Puts a text on the clipboard; false where the browser will not. The clipboard's own interface
 * exists only over HTTPS, and halls run on plain HTTP, so the older way is the second.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.setAttribute('readonly', '');
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  // Deprecated, and the only way without HTTPS.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
