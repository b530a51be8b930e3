/**
 * What the first screen can do without: the screens that follow a touch, and the slices of the
 * Chinese font. An element that was drawn before it came fills itself in when it is there.
 */
import './ph-kiosk-confirm.ts';
import './ph-kiosk-idle.ts';
import './ph-kiosk-number.ts';
import './ph-kiosk-offline.ts';
import './ph-kiosk-reason.ts';
import './ph-kiosk-ticket.ts';
import './ph-kiosk-who.ts';
import '@fontsource-variable/noto-sans-sc/wght.css';
