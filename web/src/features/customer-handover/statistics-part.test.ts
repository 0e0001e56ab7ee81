import { expect, it } from "vitest";
import { firstSpan } from "./statistics-part";

it("counts this morning's hand-overs of a company that is ahead of Greenwich", () => {
  const four = new Date("2026-11-26T20:00:00Z"); // in Shanghai the 27th has begun
  expect(firstSpan("Asia/Shanghai", four)).toEqual({ from: "2026-10-28", until: "2026-11-27" });
});
