import { keepPage } from './keep-page.ts';
import { guardKiosk } from './kiosk-guard.ts';
import './ph-kiosk.ts';

guardKiosk();
keepPage();
