/** The pages with the glass they are made for (visual direction, section 5) and their addresses. */
export const pageSizes = {
  start: { width: 1440, height: 900 },
  kiosk: { width: 1080, height: 1920 },
  phone: { width: 390, height: 844 },
  lobby: { width: 1920, height: 1080 },
  window: { width: 1280, height: 800 },
  door: { width: 1080, height: 1920 },
  console: { width: 1366, height: 768 },
  supervisor: { width: 1440, height: 900 },
} as const;

export type PageName = keyof typeof pageSizes;

export const pageNames = Object.keys(pageSizes) as PageName[];

/** A window screen is that of counter 1, a phone needs its ticket behind it. */
export const pageAddresses: Readonly<Record<PageName, string>> = {
  start: '/',
  kiosk: '/kiosk',
  phone: '/t/',
  lobby: '/display',
  window: '/display/window/1',
  door: '/display/door',
  console: '/counter',
  supervisor: '/counter',
};
