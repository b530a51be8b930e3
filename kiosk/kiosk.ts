import { isFed } from '#ui/hub/is-fed.ts';
import { inHall } from './in-hall.ts';
import { keepPage } from './keep-page.ts';
import { guardKiosk } from './kiosk-guard.ts';
import { Kiosk } from './ph-kiosk.ts';
import type { Surround } from './surroundings.ts';

guardKiosk();
if (isFed()) {
  void import('./in-preview.ts').then(({ inPreview }) => {
    open(inPreview);
  });
} else {
  open(inHall);
  keepPage();
}

function open(surround: Surround): void {
  document.body.append(new Kiosk(surround));
}
