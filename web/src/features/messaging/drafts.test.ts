import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readStored } from "@/lib/storage";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A window of its own: with its own memory, over the device's one storage. */
async function openWindow() {
  vi.resetModules();
  const drafts = await import("./drafts");
  drafts.restoreDrafts(1, 2);
  return drafts;
}

it("keeps what two windows write in different conversations", async () => {
  const one = await openWindow();
  const other = await openWindow();
  one.changeDraft(5, { text: "在第一个窗口" });
  vi.runAllTimers();
  other.changeDraft(6, { text: "in the second" });
  vi.runAllTimers();
  const stored = () => Object.keys(readStored<object>("drafts.1.2") ?? {});
  expect(stored()).toEqual(["5", "6"]);
  one.changeDraft(5, null);
  vi.runAllTimers();
  other.changeDraft(6, { text: "in the second window" });
  vi.runAllTimers();
  expect(stored()).toEqual(["6"]);
});
