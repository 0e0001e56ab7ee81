import { expect, it } from "vitest";
import { photoId } from "./photo-id";

it("keeps the photo when only the alias changes", () => {
  expect(photoId("/api/members/7/avatar?v=312")).toBe(312);
  expect(photoId(null)).toBeNull();
});
