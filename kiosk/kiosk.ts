import { isFed } from '#ui/hub/is-fed.ts';
import { keepPage } from './keep-page.ts';
import { guardKiosk } from './kiosk-guard.ts';
import './ph-kiosk.ts';

guardKiosk();
if (!isFed()) keepPage();
