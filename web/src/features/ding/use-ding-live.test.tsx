import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { passHint } from "@/api/hints";
import { useRinging } from "./ringing";
import { useDingLive } from "./use-ding-live";

const acts = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
let answers: ((body: object) => void)[];

beforeEach(() => {
  answers = [];
  acts.IS_REACT_ACT_ENVIRONMENT = true;
  vi.stubGlobal("fetch", () => new Promise((resolve) => answers.push((body: object) => resolve(Response.json(body)))));
});

afterEach(() => {
  acts.IS_REACT_ACT_ENVIRONMENT = false;
  vi.unstubAllGlobals();
});

function Shell() {
  useDingLive();
  return null;
}

it("rings for a DING that came while it was asked what waits, whichever answer is the first", async () => {
  const root = createRoot(document.createElement("div"));
  await act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <Shell />
      </QueryClientProvider>,
    ),
  );
  await act(async () => passHint({ t: "ding", kind: "RECEIVED", id: 7 }));
  await act(async () => answers[1]?.({ items: [{ ding: { id: 7, mine: null, standIns: [] } }], next: null }));
  await act(async () => answers[0]?.({ items: [], next: null }));
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  expect(useRinging.getState().waiting.map(({ id }) => id)).toEqual([7]);
  await act(async () => root.unmount());
});
