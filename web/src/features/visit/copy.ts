import type { VisitGroup, VisitMe } from "@/api/visit-types";
import type { ConversationLog } from "@/lib/log";
import { readStored, writeStored } from "@/lib/storage";
import { actingToken } from "./guest-api";
import { useVisit, type VisitState, visitState } from "./store";

/** What this device keeps of a guest, so that a page that is reloaded without a network has something to show. */
export interface Copy {
  at: number;
  era: number;
  me: VisitMe;
  groups: VisitGroup[];
  logs: Record<number, ConversationLog>;
  /** Where he was. */
  conversation: number | null;
}

const MOST_CONVERSATIONS = 10;
const MOST_ENTRIES = 30;
const MOST_CHARACTERS = 400_000;
const LIFE_MS = 14 * 24 * 3_600_000;
const PAUSE_MS = 2_000;
/** By then what the page fetches by itself has come, too. */
const SETTLED_MS = 3_000;

const nameOf = (orgId: number) => `visit.copy.${orgId}`;

/** The last words of the conversations that moved last; null while there is nobody whose they are. */
export function copyFrom(state: VisitState, now: number): Copy | null {
  const { me, groups, view, era } = state;
  if (!me || !state.ready || view.name === "closed") return null;
  const logs: Copy["logs"] = {};
  let room = MOST_CHARACTERS;
  const newest = Object.values(state.logs).sort((one, other) => (one.info.movedAt < other.info.movedAt ? 1 : -1));
  for (const { info, entries } of newest.slice(0, MOST_CONVERSATIONS)) {
    let kept: ConversationLog = { info, entries: entries.slice(-MOST_ENTRIES), island: null };
    let size = JSON.stringify(kept).length;
    while (size > room && kept.entries.length > 1) {
      kept = { ...kept, entries: kept.entries.slice(Math.ceil(kept.entries.length / 2)) };
      size = JSON.stringify(kept).length;
    }
    if (size > room) break;
    room -= size;
    logs[info.id] = kept;
  }
  const conversation = "conversation" in view ? view.conversation : null;
  return { at: now, era, me, groups, logs, conversation };
}

/** Too old: he may have been forgotten for good meanwhile. */
export function copyOf(orgId: number, now = Date.now()): Copy | null {
  const copy = readStored<Copy>(nameOf(orgId));
  if (copy && now - copy.at > LIFE_MS) writeStored(nameOf(orgId), null);
  return copy && now - copy.at <= LIFE_MS ? copy : null;
}

let keeping = false;

/** From now on; another window may have forgotten him meanwhile. */
export function keepCopy() {
  if (keeping) return;
  keeping = true;
  let waiting = false;
  const write = () => {
    waiting = false;
    const copy = copyFrom(visitState(), Date.now());
    if (copy && readStored(`visit.token.${copy.me.orgId}`) === actingToken()) writeStored(nameOf(copy.me.orgId), copy);
  };
  useVisit.subscribe(() => {
    if (!waiting) setTimeout(write, PAUSE_MS);
    waiting = true;
  });
  window.addEventListener("pagehide", write);
  write();
  setTimeout(() => void keepPage().catch(() => undefined), SETTLED_MS); // where nothing can be kept the page works all the same
}

/** The page itself, by the worker of customers' pages. */
async function keepPage() {
  if (!("serviceWorker" in navigator) || !window.isSecureContext || !actingToken()) return;
  const { pathname, origin } = window.location;
  const scope = pathname.slice(0, 3);
  const registration = await navigator.serviceWorker.register("/visit-worker.js", { scope });
  const first = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? "";
  const built = [first, ...performance.getEntriesByType("resource").map(({ name }) => name)]
    .map((address) => new URL(address, origin))
    .filter((address) => address.origin === origin && address.pathname.startsWith("/assets/"))
    .map((address) => address.pathname);
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  worker?.postMessage({ page: pathname, built: [...new Set(built)] });
}
