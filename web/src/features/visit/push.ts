import { isSameKey, keyBytes } from "@/lib/push-key";
import { keepPush, keptPush } from "./device";
import { guestApi } from "./guest-api";

const PATH = "/api/visit/push";
/** Below the chat of the staff, whose own service worker has the whole server. */
const SCOPE = "/v/";

/** Why this device cannot be reached, or whether it is. */
export type PushState = "unsupported" | "blocked" | "off" | "on";

/** The person or the browser said no, or the browser's push service cannot be reached. */
class PushRefused extends Error {
  constructor(readonly why: "blocked" | "unreachable") {
    super(why);
  }
}

export const isRefusal = (error: unknown): error is PushRefused => error instanceof PushRefused;

const possible = () =>
  window.isSecureContext && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  const all = await navigator.serviceWorker.getRegistrations();
  return all.find(({ scope }) => new URL(scope).pathname === SCOPE);
}

export async function pushState(orgId: number): Promise<PushState> {
  if (!possible() || !(await guestApi.get<{ ready: boolean }>(PATH)).ready) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  const subscription = await (await worker())?.pushManager.getSubscription();
  return subscription && keptPush(orgId) ? "on" : "off";
}

/** Asks for permission when it is needed: to be called from a click. */
export async function switchPushOn(orgId: number) {
  if ((await Notification.requestPermission()) !== "granted") throw new PushRefused("blocked");
  const { key, ready } = await guestApi.get<{ key: string; ready: boolean }>(PATH);
  if (!ready) throw new PushRefused("unreachable");
  const { pushManager } = await active(await navigator.serviceWorker.register("/visit-worker.js", { scope: SCOPE }));
  const before = await pushManager.getSubscription();
  if (before && !isSameKey(before.options.applicationServerKey, key)) await before.unsubscribe();
  const subscription = await pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(key) })
    .catch(() => {
      throw new PushRefused("unreachable");
    });
  await tell(orgId, subscription);
}

/** A page outside of the worker's scope is never told that it is ready. */
async function active(registration: ServiceWorkerRegistration): Promise<ServiceWorkerRegistration> {
  const fresh = registration.installing ?? registration.waiting;
  if (!registration.active && fresh) {
    await new Promise<void>((resolve) => {
      fresh.addEventListener("statechange", () => fresh.state === "activated" && resolve());
    });
  }
  return registration;
}

async function tell(orgId: number, subscription: PushSubscription) {
  const { endpoint, keys } = subscription.toJSON();
  const body = { endpoint, p256dh: keys?.p256dh, auth: keys?.auth };
  const { id } = await guestApi.post<{ id: number }>(`${PATH}/subscriptions`, body);
  keepPush(orgId, id);
}

/** Other companies on this server may still reach the browser: only this one forgets it. */
export async function switchPushOff(orgId: number) {
  const id = keptPush(orgId);
  if (id) await guestApi.delete(`${PATH}/subscriptions/${id}`);
  keepPush(orgId, null);
}

/** At the start, where it was switched on: the browser may have got another address, and a guest who is new here is not known. */
export async function renewPush(orgId: number) {
  const subscription = possible() ? await (await worker())?.pushManager.getSubscription() : null;
  if (subscription && Notification.permission === "granted") await tell(orgId, subscription);
  else keepPush(orgId, null);
}
