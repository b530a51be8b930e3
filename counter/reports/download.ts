import { language } from '#ui/locale/index.ts';

/** Fetches a file of the hub and hands it to the browser; false where it did not come. */
export async function download(path: string, token: string): Promise<boolean> {
  try {
    const response = await fetch(path, {
      headers: { authorization: `Bearer ${token}`, 'accept-language': language.get() },
    });
    if (!response.ok) return false;
    const said = response.headers.get('content-disposition') ?? '';
    const named = /filename="([^"]+)"/.exec(said)?.[1];
    handOver(await response.blob(), named ?? 'report.json');
    return true;
  } catch {
    // The hub is away: the page says so.
    return false;
  }
}

/** Hands a file that the page itself has made to the browser. */
export function handOver(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 0);
}
