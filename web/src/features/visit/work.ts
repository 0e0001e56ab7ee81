import type { Puzzle } from "./zero-bits";

/** Looks for the nonce beside the page, which stays usable. */
export function solve(puzzle: Puzzle): Promise<string> {
  const worker = new Worker(new URL("./work-worker.ts", import.meta.url), { type: "module" });
  return new Promise<string>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<string>) => resolve(event.data);
    worker.onerror = () => reject(new Error("The worker failed"));
    worker.postMessage(puzzle);
  }).finally(() => worker.terminate());
}
