import { css } from 'lit';

/** The forms in which a clerk asks for a swap or for leave. */
export const askFormStyles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-12);
    justify-items: start;
    padding: var(--space-16);
    border-radius: var(--radius-row);
    background: var(--bg);
  }
  .field,
  .pair {
    width: 100%;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 150), 1fr));
    gap: var(--space-12);
  }
  .field span {
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
`;

/** What stands in a field of a form that is sent. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
