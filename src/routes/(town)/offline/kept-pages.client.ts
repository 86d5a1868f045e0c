// Names the pages this device has kept, bin dates first: they are why most people open the app without network.

const list = document.querySelector<HTMLElement>('[data-kept]');
const none = document.querySelector<HTMLElement>('[data-kept-none]');
const MOST = 20;

if (list) void show(list).catch(() => {});

async function show(list: HTMLElement): Promise<void> {
  const pages = (await keptPages()).slice(0, MOST);
  for (const { path, title, isWaste } of pages) {
    const link = document.createElement('a');
    link.href = path;
    link.textContent = isWaste ? `${list.dataset.waste}: ${title}` : title;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  if (none) none.hidden = pages.length > 0;
}

async function keptPages(): Promise<{ path: string; title: string; isWaste: boolean }[]> {
  const name = (await caches.keys()).find((key) => key.startsWith('pages-'));
  if (!name) return [];
  const cache = await caches.open(name);
  const requests = [...(await cache.keys())].reverse();
  const pages = await Promise.all(
    requests.map(async (request) => {
      const path = new URL(request.url).pathname;
      const html = (await (await cache.match(request))?.text()) ?? '';
      return {
        path,
        title: titleOf(html).replace(/ – [^–]+$/, ''),
        isWaste: /^(?:\/(?:en|leicht))?\/abfall\/[^/]+$/.test(path),
      };
    }),
  );
  return pages
    .filter(({ path }) => !/\/(?:offline|melden|wartet)$/.test(path))
    .sort((one, other) => Number(other.isWaste) - Number(one.isWaste));
}

/** Only the title is parsed: the styles of a whole page would be held against the policy of this one. */
function titleOf(html: string): string {
  const [title = ''] = /<title>[^<]*<\/title>/.exec(html) ?? [];
  return new DOMParser().parseFromString(title, 'text/html').title;
}
