/**
 * What a finger on a public kiosk must not set off: menus, dragging, zooming. The phone's page
 * keeps all of it (WCAG 1.4.4). Answers how to stop.
 */
export function guardKiosk(target: Window = window): () => void {
  const cancel = (event: Event): void => {
    event.preventDefault();
  };
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey) event.preventDefault();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (isZoomKey(event)) event.preventDefault();
  };
  const onTouch = (event: TouchEvent): void => {
    if (event.touches.length > 1) event.preventDefault();
  };
  const active = { passive: false } as const;
  target.addEventListener('contextmenu', cancel);
  target.addEventListener('dragstart', cancel);
  target.addEventListener('gesturestart', cancel);
  target.addEventListener('wheel', onWheel, active);
  target.addEventListener('touchmove', onTouch, active);
  target.addEventListener('keydown', onKey);
  return () => {
    target.removeEventListener('contextmenu', cancel);
    target.removeEventListener('dragstart', cancel);
    target.removeEventListener('gesturestart', cancel);
    target.removeEventListener('wheel', onWheel);
    target.removeEventListener('touchmove', onTouch);
    target.removeEventListener('keydown', onKey);
  };
}

/** Ctrl or Cmd with +, − or 0. */
export function isZoomKey(event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'key'>): boolean {
  return (event.ctrlKey || event.metaKey) && ['+', '=', '-', '_', '0'].includes(event.key);
}
