import { expect, it } from "vitest";
import { loginKind, phoneText } from "./login-text";

it.each([
  ["138 0013 8000", "phone"],
  ["+49 (30) 1234-567", "phone"],
  [" wang@example.com ", "email"],
  ["wang@", null],
  ["王小明", null],
  ["12345", null],
  ["", null],
] as const)("takes %s for %s", (text, kind) => {
  expect(loginKind(text)).toBe(kind);
});

it("groups mainland numbers and leaves others alone", () => {
  expect(phoneText("+8613800138000")).toBe("+86 138 0013 8000");
  expect(phoneText("+49301234567")).toBe("+49301234567");
});
