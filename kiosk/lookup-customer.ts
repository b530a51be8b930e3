import { api, type ApiAnswer } from '#ui/hub/api.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { isFed } from '#ui/hub/is-fed.ts';
import { language } from '#ui/locale/index.ts';

export interface ListedCustomer {
  readonly customer: string;
  readonly class: string;
  readonly masked: string;
}

/** Whose a phone or card number is. A kiosk that is only shown asks the page around it. */
export async function lookUpCustomer(
  hub: Pick<HubClient, 'ask'>,
  key: string,
  token: string | null,
): Promise<ApiAnswer<ListedCustomer>> {
  if (!isFed()) {
    const options = { body: { key }, token, language: language.get() };
    return api<ListedCustomer>('/api/customers/lookup', options);
  }
  const data = await hub.ask<ListedCustomer>('look-up', { key });
  return data === null ? { ok: false, problem: null } : { ok: true, data };
}
