import { act, useState } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useAtEnd } from "./use-at-end";

const acts = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

beforeEach(() => {
  acts.IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
});

afterEach(() => {
  acts.IS_REACT_ACT_ENVIRONMENT = false;
  vi.useRealTimers();
});

let asked: number;
let refuses: boolean;

/** In steps: what one of them changes is drawn before the next. */
async function wait(ms: number) {
  for (let gone = 0; gone < ms; gone += 20) await act(async () => vi.advanceTimersByTimeAsync(20));
}

/** Three pages of fifty. */
function List() {
  const [count, setCount] = useState(50);
  const [loading, setLoading] = useState(false);
  const more = async () => {
    asked++;
    setLoading(true);
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (!refuses) setCount((before) => before + 50);
    setLoading(false);
  };
  useAtEnd(!loading && count < 150, count, more);
  return null;
}

it("does not hammer a server that refuses the next page, and goes on when it comes", async () => {
  [asked, refuses] = [0, true];
  const root = createRoot(document.createElement("div"));
  await act(async () => root.render(<List />));
  await wait(1_000);
  expect(asked).toBe(1);
  await wait(3_000);
  expect(asked).toBe(2);
  refuses = false;
  await wait(3_100);
  expect(asked).toBe(4); // both pages that there are, the second at once
  await act(async () => root.unmount());
});
