import { expect, it } from "vitest";
import { passwordFlaw, passwordStrength } from "./password-rules";

it.each([
  ["short", "", "tooShort"],
  ["li@example.com", "Li@Example.com", "isLogin"],
  ["+86 138 0013 8000", "+8613800138000", "isLogin"],
  ["aaaaaaaaaaaa", "", "repeats"],
  ["xyzw".repeat(33), "", "tooLong"],
  ["桥上的风吹过十个字啊", "", null],
  ["river stone 42", "li@example.com", null],
] as const)("%s: %s", (password, login, flaw) => {
  expect(passwordFlaw(password, login)).toBe(flaw);
});

it.each([
  ["1234567890", "weak"],
  ["abcdefghij", "weak"],
  ["qwhgzmtrvb", "weak"],
  ["river stone", "fair"],
  ["river stone 42 over", "good"],
  ["Xk9!pLm2#vQw", "good"],
] as const)("%s is %s", (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});
