import { expect, it } from "vitest";
import { deviceName, safeAddress } from "./use-account";

it.each([
  ["/contacts?dept=3", "/contacts?dept=3"],
  ["//evil.example/x", "/messages"],
  ["/\\evil.example", "/messages"],
  ["https://evil.example", "/messages"],
  [undefined, "/messages"],
] as const)("goes back to %s only when it is ours", (wanted, expected) => {
  expect(safeAddress(wanted)).toBe(expected);
});

it.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge · Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604.1",
    "Safari · iPhone",
  ],
  ["curl/8", "Browser"],
] as const)("names the device of %s", (agent, name) => {
  expect(deviceName(agent)).toBe(name);
});
