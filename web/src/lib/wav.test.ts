import { expect, it } from "vitest";
import { wav } from "./wav";

it("writes a header that fits the samples, and cuts what is too loud", async () => {
  const blob = wav(new Float32Array([0, 1, -1, 3]), 16_000);
  const bytes = new DataView(await blob.arrayBuffer());

  expect(blob.type).toBe("audio/wav");
  expect(bytes.byteLength).toBe(44 + 8);
  expect(bytes.getUint32(4, true)).toBe(44);
  expect(bytes.getUint32(24, true)).toBe(16_000);
  expect(bytes.getUint32(40, true)).toBe(8);
  expect([0, 1, 2, 3].map((at) => bytes.getInt16(44 + at * 2, true))).toEqual([0, 32767, -32767, 32767]);
});
