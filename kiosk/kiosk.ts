import { guardKiosk } from './kiosk-guard.ts';
import './ph-kiosk.ts';

guardKiosk();
