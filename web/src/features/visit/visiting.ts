import { Problem } from "@/api/http";
import type {
  VisitGroupCode,
  VisitGroupJoined,
  VisitMe,
  VisitOpened,
  VisitProved,
  VisitThread,
  VisitWay,
} from "@/api/visit-types";
import { askIn } from "./asks";
import { companyOf, forgetGuest, isLeaving, keepCompany, keepLeaving, keepToken, keptPush, tokenOf } from "./device";
import { isGroup, keepGroup, refreshGroups } from "./groups";
import { actAs, actingToken, guestApi } from "./guest-api";
import { outbox, startLive, stopLive } from "./live";
import { type Place, placeOf } from "./place";
import { show, tell, threadOf, useVisit, visitState } from "./store";
import { currentLocale, troubleText, wordsOf } from "./words";
import { solve } from "./work";
import type { Puzzle } from "./zero-bits";

/** What a code leads to: people, or a group. */
export type Code = VisitWay | VisitGroupCode;
type Work = { challenge: string; nonce: string };

let place: Place = { code: "", group: false, state: null, embedded: false, thread: null };
/** What a page around this one says about its user, signed by its server. */
let hostToken: string | null = null;
const MOST_TRIES = 3;
const REFRESH_MS = 300;
/** What this device says to itself when the customer, who asked for it, was erased. */
const ERASED = "visit.erased";
/** Who this device is was looked at anew: what was asked before that counts no more. */
let turn = 0;

/** Opens the page: at the thread for a device that is known, else at the card. */
export async function start(code: Code | null) {
  place = placeOf(window.location);
  useVisit.setState({ code: place.code, embedded: place.embedded });
  window.addEventListener("beforeunload", (event) => outbox.uploadsUnderWay() && event.preventDefault());
  useVisit.subscribe(({ ready }, before) => {
    if (!ready || before.ready) return;
    if (before.kept) void refresh();
    else refreshGroups().catch(() => undefined); // offline: the next sync asks again
    if (!place.embedded) import("./copy").then((copy) => copy.keepCopy()).catch(() => undefined); // offline: kept next time
  });
  await load(code);
}

const language = () => (currentLocale() === "zh-CN" ? "zh" : "en");
const codePath = () => `/api/visit/${place.group ? "group-codes" : "ways"}/${encodeURIComponent(place.code)}`;

/** Looks at the code, and at the guest that this device may be. `early` came with the page. */
export async function load(early: Code | null = null) {
  const mine = ++turn;
  try {
    const orgId = early?.orgId ?? companyOf(place.code);
    actAs(orgId ? tokenOf(orgId) : null);
    if (early && !actingToken()) {
      await arrive(early, null);
      return;
    }
    show({ name: "loading" });
    const [way, me] = await asGuest();
    if (mine !== turn) return;
    keepCompany(way.code, way.orgId);
    if (!actingToken() && tokenOf(way.orgId)) {
      actAs(tokenOf(way.orgId));
      const [known, guest] = await asGuest();
      if (mine === turn) await arrive(known, guest);
    } else await arrive(way, me);
  } catch (error) {
    if (mine === turn && (whyOf(error) !== "offline" || !(await fromCopy(early)))) shut(error);
  }
}

/** Without a network: what this device has kept of him. */
async function fromCopy(early: Code | null): Promise<boolean> {
  const orgId = early?.orgId ?? companyOf(place.code);
  if (!orgId || !actingToken()) return false;
  const copy = await import("./copy").then(({ copyOf }) => copyOf(orgId)).catch(() => null);
  if (!copy) return false;
  if (early) keepCode(early);
  const { me, groups, logs, era } = copy;
  const wanted = place.thread ?? copy.conversation ?? me.threads[0]?.conversationId ?? 0;
  useVisit.setState({ me, groups, logs, era, kept: true });
  startLive(refreshSoon, onShut);
  show({ name: threadOf(me, wanted) ? "chat" : "group", conversation: wanted });
  return true;
}

/** Somebody blocked stays who he is, but nothing of what was said stays here. */
function shut(error: unknown) {
  const why = whyOf(error);
  const orgId = visitState().me?.orgId ?? companyOf(place.code);
  if (why === "blocked" && orgId) forgetGuest(orgId);
  if (why === "erased") leave();
  show({ name: "closed", why });
}

/** Nobody is here any more. */
function leave() {
  turn += 1;
  stopLive();
  actAs(null);
  useVisit.setState({ me: null });
}

const look = () => guestApi.get<Code>(codePath(), { locale: language() });

function whyOf(error: unknown): "unknown" | "blocked" | "offline" | "erased" {
  if (!(error instanceof Problem)) return "offline";
  if (error.code === ERASED) return "erased";
  if (error.code === "account.guest_blocked") return "blocked";
  return error.status === 404 || error.status === 410 ? "unknown" : "offline";
}

/** A token that is no good any more is forgotten, and the customer a stranger. */
async function asGuest(): Promise<[Code, VisitMe | null]> {
  try {
    return await Promise.all([look(), actingToken() ? guestApi.get<VisitMe>("/api/visit/me") : null]);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401 || !actingToken()) throw error;
    const orgId = companyOf(place.code);
    if (orgId) keepToken(orgId, null);
    actAs(null);
    if (orgId && isLeaving(orgId)) {
      keepLeaving(orgId, false);
      throw new Problem(410, ERASED);
    }
    return [await look(), null];
  }
}

async function arrive(code: Code, me: VisitMe | null) {
  keepCode(code);
  useVisit.setState({ me });
  if (me) startLive(refreshSoon, onShut);
  if (me && hostToken) void proveByHost(hostToken);
  if (me && keptPush(me.orgId) !== null) renewPush(me.orgId);
  const { thread } = place;
  place.thread = null; // where he goes from there is his own choice
  if (thread && threadOf(me, thread)) {
    show({ name: "chat", conversation: thread });
    return;
  }
  if (thread && me && (await isGroup(thread))) {
    show({ name: "group", conversation: thread });
    return;
  }
  if (!isWay(code)) {
    if (me && code.known) keepGroup(code.known);
    show({ name: "group", conversation: (me && code.known?.conversationId) ?? null });
    return;
  }
  const way = code;
  const wait = me?.waits.find((each) => each.wayCode === way.code);
  const known = way.known && me ? threadOf(me, way.known.conversationId) : undefined;
  if (known?.open) show({ name: "chat", conversation: known.conversationId });
  else if (wait) show({ name: "wait", id: wait.id });
  else show({ name: "card" });
}

/** The browser may have got another address since. */
function renewPush(orgId: number) {
  import("./push").then((push) => push.renewPush(orgId)).catch(() => undefined); // offline: the next visit does it
}

const isWay = (_code: Code): _code is VisitWay => !place.group;

function keepCode(code: Code) {
  useVisit.setState(isWay(code) ? { way: code } : { invitation: code });
}

/** The server has shut the socket for good. Somebody blocked stays who he is: as a stranger he would just begin anew. */
async function onShut() {
  try {
    await guestApi.get<VisitMe>("/api/visit/me");
    await load();
  } catch (error) {
    if (error instanceof Problem && error.status === 401) onSignedOut();
    else shut(error);
  }
}

/** The guest is signed out or no longer the right one: the device is a stranger again. */
export function onSignedOut() {
  const { me } = visitState();
  if (!me) return; // the socket and an answer both tell it
  const gone = isLeaving(me.orgId);
  keepToken(me.orgId, null);
  if (gone) keepLeaving(me.orgId, false);
  leave();
  if (gone) show({ name: "closed", why: "erased" });
  else void load();
}

/** What a stranger sends along when he agrees. The consent is the version of the notice that stands on the page. */
const introduction = (code: Code, name: string, work?: Work) => ({
  consent: code.notice.version,
  name: name.trim() || undefined,
  locale: language(),
  state: place.state ?? undefined,
  work,
});

/** Begins a chat. */
export async function open(name: string, onWork: () => void): Promise<void> {
  const { way } = visitState();
  if (!way) return;
  const host = hostToken ?? undefined;
  took(
    await working(onWork, (work) =>
      guestApi.post<VisitOpened>(`${codePath()}/opens`, { ...introduction(way, name, work), host }),
    ),
  );
}

/** Goes into the group that the code leads to. */
export async function join(name: string, onWork: () => void): Promise<void> {
  const { invitation, me: before } = visitState();
  if (!invitation) return;
  const { token, group } = await working(onWork, (work) =>
    guestApi.post<VisitGroupJoined>(`${codePath()}/joins`, introduction(invitation, name, work)),
  );
  keepCompany(place.code, invitation.orgId);
  if (token) {
    keepToken(invitation.orgId, token);
    actAs(token);
  }
  const me = await guestApi.get<VisitMe>("/api/visit/me");
  become(me, Boolean(token) || before?.id !== me.id);
  keepGroup(group);
  show({ name: "group", conversation: group.conversationId });
}

/** Sends something, and when the server wants a proof of work, that with it. */
async function working<T>(onWork: () => void, send: (work?: Work) => Promise<T>): Promise<T> {
  let work: Work | undefined;
  for (let tries = 0; ; tries++) {
    try {
      return await send(work);
    } catch (error) {
      const puzzle = puzzleOf(error);
      if (!puzzle || tries >= MOST_TRIES) {
        if (error instanceof Problem && error.code === "visit.notice_changed") keepCode(await look());
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

function enter(conversation: number) {
  show({ name: "chat", conversation });
  void askIn(conversation);
}

/** Back to where the code in the address leads. */
export async function toCard() {
  try {
    if (!visitState().way && !visitState().invitation) keepCode(await look());
    show(place.group ? { name: "group", conversation: null } : { name: "card" });
  } catch (error) {
    tell(troubleText(wordsOf(currentLocale()), error));
  }
}

/** The server made or found the guest: the token is kept before anything else. */
function took({ token, me, thread, wait }: VisitOpened) {
  keepCompany(place.code, me.orgId);
  const before = visitState().me;
  if (token) {
    keepToken(me.orgId, token);
    actAs(token);
  }
  become(me, Boolean(token) || before?.id !== me.id);
  if (thread) enter(thread.conversationId);
  else if (wait) show({ name: "wait", id: wait.id });
}

/** Takes in who the guest is; another one than before begins anew. */
function become(me: VisitMe, anew: boolean) {
  if (!anew) {
    useVisit.setState({ me });
    return;
  }
  stopLive();
  useVisit.setState({ me });
  startLive(refreshSoon, onShut);
}

let refreshing: ReturnType<typeof setTimeout> | undefined;

/** Who serves or which threads there are has moved: looked at once for several changes in a row. */
export function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => void refresh(), REFRESH_MS);
}

/** How many have asked who he is, and which of them was answered last: an older answer tells nothing new. */
let asked = 0;
let answered = 0;

export async function refresh() {
  const mine = turn;
  const time = ++asked;
  try {
    const [me] = await Promise.all([guestApi.get<VisitMe>("/api/visit/me"), refreshGroups()]);
    if (mine === turn && time > answered) {
      answered = time;
      keepMe(me);
    }
  } catch (error) {
    if (mine === turn && error instanceof Problem && error.status === 401) onSignedOut();
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

/** What he did himself: whoever asked before that knows less. */
async function did(deed: Promise<VisitMe>) {
  const me = await deed;
  answered = asked;
  useVisit.setState({ me });
  refreshSoon();
}

export const agree = (version: number) => did(guestApi.put("/api/visit/me/consent", { version }));

export const rename = (name: string, replyByEmail: boolean) =>
  did(guestApi.put("/api/visit/me", { name, replyByEmail }));

/** The address was known already: the device becomes the contact it belongs to, and holds everything of both. */
export function proved({ me, joined }: VisitProved) {
  become(me, joined);
  const { view } = visitState();
  const here = view.name === "chat" ? threadOf(me, view.conversation) : undefined;
  if (!joined || !here || here.open) return;
  // Of two threads with one person the older one goes on.
  const found =
    me.threads.find(({ open, person }) => open && person.id === here.person.id) ?? me.threads.find(({ open }) => open);
  if (found) show({ name: "chat", conversation: found.conversationId });
}

export const end = (thread: VisitThread, report: { reason: string; text: string } | null) =>
  did(guestApi.post(`/api/visit/me/threads/${thread.relationId}/block`, report ? { report } : {}));

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
