import { expect, test } from "vitest";
import { isSameKey, keyBytes } from "./push-key";

test("a key is read with and without the letters that addresses do not like", () => {
  expect([...keyBytes("-_8A")]).toEqual([251, 255, 0]);
  expect(
    keyBytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8").length,
  ).toBe(65);
});

test("only the very same key is the same", () => {
  expect(isSameKey(keyBytes("-_8A").buffer, "-_8A")).toBe(true);
  expect(isSameKey(keyBytes("-_8B").buffer, "-_8A")).toBe(false);
  expect(isSameKey(keyBytes("-_8").buffer, "-_8A")).toBe(false);
  expect(isSameKey(null, "-_8A")).toBe(false);
});
