import { Problem } from "@/api/http";
import type { VisitMe, VisitOpened, VisitProved, VisitThread, VisitWay } from "@/api/visit-types";
import { randomKey } from "@/lib/keys";
import { companyOf, isLeaving, keepCompany, keepLeaving, keepToken, tokenOf } from "./device";
import { actAs, actingToken, guestApi } from "./guest-api";
import { outbox, startLive, stopLive } from "./live";
import { type Place, placeOf } from "./place";
import { show, tell, threadOf, useVisit, visitState } from "./store";
import { currentLocale, troubleText, wordsOf } from "./words";
import { solve } from "./work";
import type { Puzzle } from "./zero-bits";

let place: Place = { code: "", state: null, embedded: false };
/** What a page around this one says about its user, signed by its server. */
let hostToken: string | null = null;
const MOST_TRIES = 3;
const REFRESH_MS = 300;
/** What this device says to itself when the customer, who asked for it, was erased. */
const ERASED = "visit.erased";

/** Opens the page: at the thread for a device that is known, else at the card. */
export async function start(way: VisitWay | null) {
  place = placeOf(window.location);
  useVisit.setState({ code: place.code, embedded: place.embedded });
  window.addEventListener("beforeunload", (event) => outbox.uploadsUnderWay() && event.preventDefault());
  await load(way);
}

const language = () => (currentLocale() === "zh-CN" ? "zh" : "en");
const wayPath = () => `/api/visit/ways/${encodeURIComponent(place.code)}`;

/** Looks at the code, and at the guest that this device may be. `early` came with the page. */
export async function load(early: VisitWay | null = null) {
  try {
    const orgId = early?.orgId ?? companyOf(place.code);
    actAs(orgId ? tokenOf(orgId) : null);
    if (early && !actingToken()) {
      arrive(early, null);
      return;
    }
    show({ name: "loading" });
    const [way, me] = await asGuest();
    keepCompany(way.code, way.orgId);
    if (!actingToken() && tokenOf(way.orgId)) {
      actAs(tokenOf(way.orgId));
      const [known, guest] = await asGuest();
      arrive(known, guest);
    } else arrive(way, me);
  } catch (error) {
    show({ name: "closed", why: whyOf(error) });
  }
}

function whyOf(error: unknown): "unknown" | "blocked" | "offline" | "erased" {
  if (!(error instanceof Problem)) return "offline";
  if (error.code === ERASED) return "erased";
  if (error.code === "account.guest_blocked") return "blocked";
  return error.status === 404 ? "unknown" : "offline";
}

/** A token that is no good any more is forgotten, and the customer a stranger. */
async function asGuest(): Promise<[VisitWay, VisitMe | null]> {
  try {
    return await Promise.all([
      guestApi.get<VisitWay>(wayPath(), { locale: language() }),
      actingToken() ? guestApi.get<VisitMe>("/api/visit/me") : null,
    ]);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401 || !actingToken()) throw error;
    const orgId = companyOf(place.code);
    if (orgId) keepToken(orgId, null);
    actAs(null);
    if (orgId && isLeaving(orgId)) {
      keepLeaving(orgId, false);
      throw new Problem(410, ERASED);
    }
    return [await guestApi.get<VisitWay>(wayPath(), { locale: language() }), null];
  }
}

function arrive(way: VisitWay, me: VisitMe | null) {
  useVisit.setState({ way, me });
  if (me) startLive(refreshSoon, onSignedOut);
  if (me && hostToken) void proveByHost(hostToken);
  const wait = me?.waits.find((each) => each.wayCode === way.code);
  const known = way.known && me ? threadOf(me, way.known.conversationId) : undefined;
  if (known?.open) show({ name: "chat", conversation: known.conversationId });
  else if (wait) show({ name: "wait", id: wait.id });
  else show({ name: "card" });
}

/** The guest is signed out or no longer the right one: the device is a stranger again. */
function onSignedOut() {
  const { me } = visitState();
  const gone = me !== null && isLeaving(me.orgId);
  if (me) keepToken(me.orgId, null);
  if (me && gone) keepLeaving(me.orgId, false);
  stopLive();
  actAs(null);
  useVisit.setState({ me: null });
  if (gone) show({ name: "closed", why: "erased" });
  else void load();
}

/** Begins a chat. The consent is the version of the notice that stands on the page. */
export async function open(name: string, onWork: () => void): Promise<void> {
  const { way } = visitState();
  if (!way) return;
  let work: { challenge: string; nonce: string } | undefined;
  for (let tries = 0; ; tries++) {
    try {
      took(
        await guestApi.post<VisitOpened>(`${wayPath()}/opens`, {
          consent: way.notice.version,
          name: name.trim() || undefined,
          locale: language(),
          state: place.state ?? undefined,
          host: hostToken ?? undefined,
          work,
        }),
      );
      return;
    } catch (error) {
      const puzzle = puzzleOf(error);
      if (!puzzle || tries >= MOST_TRIES) {
        if (error instanceof Problem && error.code === "visit.notice_changed") await reloadWay();
        throw error;
      }
      onWork();
      work = { challenge: puzzle.challenge, nonce: await solve(puzzle) };
    }
  }
}

function puzzleOf(error: unknown): Puzzle | null {
  if (!(error instanceof Problem) || error.code !== "visit.work_needed") return null;
  const { challenge, bits } = error.params;
  return typeof challenge === "string" && typeof bits === "number" ? { challenge, bits } : null;
}

let asked: { product: number; key: string } | null = null;

/** What the customer wants to know about once there is a thread to ask in; null takes it back. */
export function askLater(product: number | null) {
  asked = product === null ? null : { product, key: randomKey() };
}

export async function askIn(conversationId: number) {
  if (!asked) return;
  const { product, key } = asked;
  asked = null;
  try {
    await guestApi.post(`/api/visit/products/${product}/asks`, { conversationId, key });
  } catch (error) {
    tell(troubleText(wordsOf(currentLocale()), error));
  }
}

function enter(conversation: number) {
  show({ name: "chat", conversation });
  void askIn(conversation);
}

/** Back to the card of the code in the address. */
export async function toCard() {
  try {
    if (!visitState().way) await reloadWay();
    show({ name: "card" });
  } catch (error) {
    tell(troubleText(wordsOf(currentLocale()), error));
  }
}

async function reloadWay() {
  useVisit.setState({ way: await guestApi.get<VisitWay>(wayPath(), { locale: language() }) });
}

/** The server made or found the guest: the token is kept before anything else. */
function took({ token, me, thread, wait }: VisitOpened) {
  keepCompany(place.code, me.orgId);
  const before = visitState().me;
  if (token) {
    keepToken(me.orgId, token);
    actAs(token);
  }
  if (token || before?.id !== me.id) {
    stopLive();
    useVisit.setState({ me });
    startLive(refreshSoon, onSignedOut);
  } else useVisit.setState({ me });
  if (thread) enter(thread.conversationId);
  else if (wait) show({ name: "wait", id: wait.id });
}

let refreshing: ReturnType<typeof setTimeout> | undefined;

/** Who serves or which threads there are has moved: looked at once for several changes in a row. */
export function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => void refresh(), REFRESH_MS);
}

async function refresh() {
  try {
    keepMe(await guestApi.get<VisitMe>("/api/visit/me"));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) onSignedOut();
    // Otherwise offline: the next hint or sync asks again.
  }
}

/** A wait that was taken leads to its thread by itself. */
function keepMe(me: VisitMe) {
  const { view, me: before } = visitState();
  useVisit.setState({ me });
  if (view.name !== "wait" || me.waits.some((each) => each.id === view.id)) return;
  const known = new Set(before?.threads.map((each) => each.relationId));
  const fresh = me.threads.find((each) => each.open && !known.has(each.relationId));
  if (fresh) enter(fresh.conversationId);
}

export { refresh };

export async function agree(version: number) {
  useVisit.setState({ me: await guestApi.put<VisitMe>("/api/visit/me/consent", { version }) });
}

export async function rename(name: string, replyByEmail: boolean) {
  useVisit.setState({ me: await guestApi.put<VisitMe>("/api/visit/me", { name, replyByEmail }) });
}

/** The address was known already: the device becomes the contact it belongs to, and holds everything of both. */
export function proved({ me, joined }: VisitProved) {
  if (joined) {
    stopLive();
    useVisit.setState({ me });
    startLive(refreshSoon, onSignedOut);
  } else useVisit.setState({ me });
}

export async function end(thread: VisitThread, report: { reason: string; text: string } | null) {
  const body = report ? { report } : {};
  useVisit.setState({
    me: await guestApi.post<VisitMe>(`/api/visit/me/threads/${thread.relationId}/block`, body),
  });
}

/** The page around this one named its user. Without a guest yet it goes along with the first chat. */
export function identify(jwt: string) {
  hostToken = jwt;
  if (visitState().me) void proveByHost(jwt);
}

async function proveByHost(jwt: string) {
  try {
    proved(await guestApi.post<VisitProved>("/api/visit/me/host", { jwt }));
  } catch (error) {
    // On this device somebody else was signed in at the host site: the new one begins for himself.
    if (error instanceof Problem && error.code === "visit.other_person") onSignedOut();
    else tell(troubleText(wordsOf(currentLocale()), error));
  }
}
