import { expect, it } from "vitest";
import { LogSync, type Standing, type SyncAnswer } from "./log-sync";

/** A server that answers, or refuses, when the test says so. */
function place() {
  const asked: { from: Standing | null; answer: (cursor: string) => void; refuse: () => void }[] = [];
  const nothing = () => undefined;
  const sync = new LogSync({
    me: () => 1,
    log: nothing,
    change: nothing,
    entries: async () => ({ items: [], head: 0 }),
    onEntry: nothing,
    onMissed: nothing,
    ask: (from) =>
      new Promise<SyncAnswer>((resolve, reject) => {
        const answer = (cursor: string) =>
          resolve({ era: 1, cursor, personal: [], personalSeq: 3, conversations: [], next: null });
        asked.push({ from, answer, refuse: () => reject(new Error("cut off")) });
      }),
    isOpen: () => false,
    held: () => [],
    forget: nothing,
    take: nothing,
    onPersonal: nothing,
    onDone: nothing,
  });
  return { sync, asked };
}

it("begins anew for whoever takes over while the one before was still asking", async () => {
  const { sync, asked } = place();
  const first = sync.run();
  asked[0]?.answer("a");
  await first;
  const second = sync.run();
  expect(asked[1]?.from?.cursor).toBe("a");
  sync.reset();
  asked[1]?.refuse(); // its connection went with the one before
  await second;
  void sync.run();
  expect(asked[2]?.from).toBeNull();
});

it("asks from where it stood when an answer failed", async () => {
  const { sync, asked } = place();
  const first = sync.run();
  asked[0]?.answer("a");
  await first;
  const second = sync.run();
  asked[1]?.refuse();
  await second;
  void sync.run();
  expect(asked[2]?.from?.cursor).toBe("a");
});
