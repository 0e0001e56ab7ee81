import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Conversation } from "@/api/types";
import { entry } from "@/lib/samples";
import { askIn, askLater } from "./asks";
import MomentsPage from "./moments-page";
import { useVisit, visitState } from "./store";
import Viewer from "./viewer";
import { refresh, rename } from "./visiting";

interface Question {
  method: string;
  path: string;
  answer: (body: object, status?: number) => Promise<void>;
}

const acts = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
const before = visitState();
let questions: Question[];
let root: Root | undefined;

beforeEach(() => {
  questions = [];
  acts.IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal(
    "fetch",
    (path: string, { method }: RequestInit) =>
      new Promise<Response>((resolve) => {
        const answer = (body: object, status = 200) =>
          act(async () => {
            resolve(Response.json(body, { status }));
            await vi.advanceTimersByTimeAsync(0);
          });
        questions.push({ method: method ?? "GET", path, answer });
      }),
  );
});

afterEach(async () => {
  await act(async () => root?.unmount());
  root = undefined;
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  useVisit.setState(before, true);
  acts.IS_REACT_ACT_ENVIRONMENT = false;
});

function asked(method: string, path: string): Question[] {
  return questions.filter((each) => each.method === method && each.path.startsWith(path));
}

async function draw(page: ReactNode): Promise<HTMLElement> {
  const place = document.createElement("div");
  root = createRoot(place);
  await act(async () => root?.render(page));
  return place;
}

const guest = (name: string) => ({ id: 1, ids: [1], name, threads: [], waits: [] });

it("shows the name that was saved, whoever asked before and is answered after", async () => {
  const looking = refresh();
  const saving = rename("李雷", false);
  await asked("PUT", "/api/visit/me")[0]?.answer(guest("李雷"));
  await saving;
  await asked("GET", "/api/visit/me")[0]?.answer(guest("访客"));
  await looking;
  expect(visitState().me?.name).toBe("李雷");
});

it("takes of two answers the one that was asked for last", async () => {
  const both = Promise.all([refresh(), refresh()]);
  const [first, second] = asked("GET", "/api/visit/me");
  await second?.answer(guest("新"));
  await first?.answer(guest("旧"));
  await both;
  expect(visitState().me?.name).toBe("新");
});

it("does not say that it asked when it was refused", async () => {
  askLater(3);
  const asking = askIn(5);
  await asked("POST", "/api/visit/products/3/asks")[0]?.answer({ code: "product.gone" }, 404);
  expect(await asking).toBe(false);
  expect(visitState().note).not.toBeNull();
});

const moment = (id: number, comments: object[] = [], moreComments = false) => ({
  id,
  author: { id: 2, name: "李客服" },
  text: `nr ${id}`,
  files: [],
  link: null,
  at: "2026-11-27T08:00:00Z",
  likers: [],
  likes: 0,
  comments,
  moreComments,
});
const FEED = "/api/visit/moments";

it("shows no moment twice when more were asked for twice", async () => {
  const page = await draw(<MomentsPage conversation={5} />);
  await asked("GET", FEED)[0]?.answer({ items: [moment(2)], next: "a" });
  await asked("POST", FEED)[0]?.answer({});
  const more = [...page.querySelectorAll("button")].at(-1);
  await act(async () => {
    more?.click();
    more?.click();
  });
  for (const each of asked("GET", `${FEED}?after=a`)) await each.answer({ items: [moment(1)], next: null });
  expect([...page.querySelectorAll("article")].map((each) => each.textContent?.match(/nr \d/)?.[0])).toEqual([
    "nr 2",
    "nr 1",
  ]);
});

it("shows what is said under a moment after all of it was brought", async () => {
  const said = (id: number) => ({ id, by: "STAFF", name: "李客服", text: `said ${id}` });
  const page = await draw(<MomentsPage conversation={5} />);
  await asked("GET", FEED)[0]?.answer({ items: [moment(2, [said(2)], true)], next: null });
  await act(async () => page.querySelector<HTMLElement>("article section button")?.click());
  await asked("GET", `${FEED}/2/comments`)[0]?.answer({ items: [said(1), said(2)], next: null });
  await act(async () => useVisit.setState({ moments: 1 }));
  await asked("GET", FEED)
    .at(-1)
    ?.answer({ items: [moment(2, [said(2), said(3)], true)], next: null });
  expect([...page.querySelectorAll("article li")].map((each) => each.textContent?.match(/said \d/)?.[0])).toEqual([
    "said 1",
    "said 2",
    "said 3",
  ]);
});

it("closes a picture that is recalled while it is looked at", async () => {
  const file = { id: 7, name: "a.png", size: 3, type: "image/png", width: 4, height: 4, thumbnail: true };
  const info = { id: 5 } as Conversation;
  const closed = vi.fn();
  const log = { info, entries: [entry(1, { kind: "IMAGE", body: { file } })], island: null };
  await draw(<Viewer log={log} seq={1} onClose={closed} />);
  expect(closed).not.toHaveBeenCalled();
  const recalled = { ...log, entries: [entry(1, { kind: "IMAGE", body: {} })] };
  await act(async () => root?.render(<Viewer log={recalled} seq={1} onClose={closed} />));
  expect(closed).toHaveBeenCalled();
});
