import { sha256 } from "@noble/hashes/sha2.js";
import { type Puzzle, zeroBits } from "./zero-bits";

/** Runs in a worker of its own. The browser's own hash is asynchronous: too slow for a million of small ones, and missing without HTTPS. */
self.onmessage = (event: MessageEvent<Puzzle>) => {
  const { challenge, bits } = event.data;
  const begin = sha256.create().update(new TextEncoder().encode(`${challenge}:`));
  const encoder = new TextEncoder();
  for (let number = 0; ; number++) {
    const nonce = number.toString(36);
    if (zeroBits(begin.clone().update(encoder.encode(nonce)).digest()) >= bits) {
      self.postMessage(nonce);
      return;
    }
  }
};
