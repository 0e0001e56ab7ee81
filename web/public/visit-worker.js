/* Service worker of customers' pages: says who has answered while none of them is open, and leads to the thread it is about. */
(() => {
  const worker = self;
  const UNKNOWN = { title: "Qiao", body: "", link: null, tag: "visit" };

  /** Browsers demand that every push is shown, so one that cannot be read is shown without words. */
  const read = (data) => {
    try {
      return { ...UNKNOWN, ...JSON.parse(data.text()) };
    } catch {
      return UNKNOWN;
    }
  };

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

  worker.addEventListener("push", (event) => event.waitUntil(show(read(event.data))));
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(event.notification.data));
  });
})();
