/*
 * Service worker of customers' pages: says who has answered while none of them is open, leads to the thread it is about, and has the
 * page for whoever reloads it without a network. What was said is not here: the page keeps that, and throws this cache away with it.
 */
(() => {
  const worker = self;
  const UNKNOWN = { title: "Qiao", body: "", link: null, tag: "visit" };
  const NAME = "qiao-visit";
  const MOST_PAGES = 20;

  /** Browsers demand that every push is shown, so one that cannot be read is shown without words. */
  const read = (data) => {
    try {
      return { ...UNKNOWN, ...JSON.parse(data.text()) };
    } catch {
      return UNKNOWN;
    }
  };

  const isPage = (path) => /^\/[vg]\/[^/]+$/.test(path);
  const isBuilt = (path) => path.startsWith("/assets/");

  const pages = async () => {
    const all = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    return all.filter(({ url }) => /^\/[vg]\//.test(new URL(url).pathname));
  };

  /** A page that is looked at shows the answer itself. */
  const show = async ({ title, body, link, tag }) => {
    if ((await pages()).some(({ visibilityState }) => visibilityState === "visible")) return;
    await worker.registration.showNotification(title, { body, tag, renotify: true, icon: "/icon-192.png", data: link });
  };

  /** In a page that is open already, where there is one; never outside of this server. */
  const open = async (link) => {
    const target = new URL(link ?? "/", worker.location.origin);
    if (target.origin !== worker.location.origin) return;
    const [page] = await pages();
    try {
      await page.focus();
      await page.navigate(target.href);
    } catch {
      await worker.clients.openWindow(target.href); // none, or one that this worker does not control
    }
  };

  const kept = (path) => caches.match(path, { cacheName: NAME, ignoreVary: true });

  /** From the network; the copy when there is none, or nobody behind it. */
  const page = async (request, path) => {
    let answer;
    try {
      answer = await fetch(request);
      if (answer.status < 502 || answer.status > 504) return answer;
    } catch (error) {
      answer = error;
    }
    const copy = await kept(path);
    if (copy) return copy;
    if (answer instanceof Response) return answer;
    throw answer;
  };

  /** The name of a built file is its content. */
  const built = async (request, path) => {
    const copy = await kept(path);
    if (copy) return copy;
    const answer = await fetch(request);
    if (answer.ok && (await caches.has(NAME))) await (await caches.open(NAME)).put(path, answer.clone());
    return answer;
  };

  /** A page has asked to be kept; its first file is another one after an update, and then older ones go. */
  const keep = async ({ page: path, built: files }) => {
    if (!isPage(path) || !files.every(isBuilt)) return;
    const cache = await caches.open(NAME);
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    const updated = !paths.includes(files[0]);
    const old = updated ? paths.filter((each) => isBuilt(each) && !files.includes(each)) : [];
    const surplus = paths.filter(isPage).slice(0, -MOST_PAGES);
    await Promise.all([...old, ...surplus].map((each) => cache.delete(each)));
    const missing = [path, ...files].filter((each) => !paths.includes(each) || (updated && each === path));
    await Promise.all(missing.map((each) => cache.add(each)));
  };

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener("message", (event) => event.waitUntil(keep(event.data)));
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== worker.location.origin) return;
    if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(request, pathname));
    else if (isBuilt(pathname)) event.respondWith(built(request, pathname));
  });
  worker.addEventListener("push", (event) => event.waitUntil(show(read(event.data))));
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(event.notification.data));
  });
})();
