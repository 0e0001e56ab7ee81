import { act, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useRecorder } from "./use-recorder";

let allow: ((stream: object) => void)[];
let recorders: FakeRecorder[];
let tracks: { stopped: boolean; stop: () => void }[];

class FakeRecorder {
  state = "inactive";
  onstop: (() => void) | null = null;
  ondataavailable: (() => void) | null = null;

  constructor(readonly stream: object) {
    recorders.push(this);
  }

  start() {
    this.state = "recording";
  }

  stop() {
    this.state = "inactive";
    this.onstop?.();
  }
}

function microphone() {
  const track = {
    stopped: false,
    stop() {
      this.stopped = true;
    },
  };
  tracks.push(track);
  return { getTracks: () => [track] };
}

const acts = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

beforeEach(() => {
  [allow, recorders, tracks] = [[], [], []];
  acts.IS_REACT_ACT_ENVIRONMENT = true;
  vi.stubGlobal("MediaRecorder", FakeRecorder);
  const mediaDevices = { getUserMedia: () => new Promise((resolve) => allow.push(resolve)) };
  vi.stubGlobal("navigator", Object.assign(Object.create(navigator), { mediaDevices }));
});

afterEach(() => {
  acts.IS_REACT_ACT_ENVIRONMENT = false;
  vi.unstubAllGlobals();
});

let held: ReturnType<typeof useRecorder>;

function Page() {
  const recorder = useRecorder(() => undefined);
  useEffect(() => {
    held = recorder;
  });
  return null;
}

async function show() {
  const root = createRoot(document.createElement("div"));
  await act(async () => root.render(<Page />));
  return { start: () => held.start(), leave: () => act(async () => root.unmount()) };
}

it("lets the microphone go when the page was left before it was allowed", async () => {
  const page = await show();
  page.start();
  await page.leave();
  await act(async () => allow[0]?.(microphone()));
  expect(tracks.map(({ stopped }) => stopped)).toEqual([true]);
  expect(recorders).toEqual([]);
});

it("records once when it was asked for twice", async () => {
  const page = await show();
  page.start();
  page.start();
  await act(async () => {
    for (const answer of allow) answer(microphone());
  });
  expect(tracks.map(({ stopped }) => stopped)).toEqual([true, false]);
  expect(recorders).toHaveLength(1);
  await page.leave();
  expect(tracks.every(({ stopped }) => stopped)).toBe(true);
});
