import { expect, it } from "vitest";
import { clampView, sourceSquare } from "./crop";

const wide = { width: 400, height: 200 };

it("takes the middle square at first", () => {
  expect(sourceSquare(wide, 100, { zoom: 1, x: 0, y: 0 })).toEqual({ left: 100, top: 0, side: 200 });
});

it("follows the drag and never leaves the image", () => {
  expect(sourceSquare(wide, 100, { zoom: 1, x: 999, y: 999 })).toEqual({ left: 0, top: 0, side: 200 });
  expect(sourceSquare(wide, 100, { zoom: 2, x: -999, y: -999 })).toEqual({ left: 300, top: 100, side: 100 });
});

it("limits the zoom", () => {
  expect(clampView(wide, 100, { zoom: 99, x: 0, y: 0 }).zoom).toBe(4);
  expect(clampView(wide, 100, { zoom: 0, x: 0, y: 0 }).zoom).toBe(1);
});
