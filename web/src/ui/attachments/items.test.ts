import { expect, it } from "vitest";
import type { AttachedView } from "@/api/attachment-types";
import { bodiesOf, type Item, isWebAddress, itemsOf, linkItem, moved, withMore } from "./items";

const product = (id: number, there = true): Item => ({
  body: { kind: "PRODUCT", id },
  title: `P${id}`,
  about: "",
  picture: null,
  there,
});

const view = (changes: Partial<AttachedView>): AttachedView => ({
  kind: "PRODUCT",
  id: 1,
  title: "龙井",
  about: "¥128.00",
  file: null,
  there: true,
  ...changes,
});

it("shows what the server knows, and sends back what is still there", () => {
  const picture = { id: 7, name: "a.png", size: 1, type: "image/png", width: 1, height: 1, thumbnail: true };
  const items = itemsOf(
    [
      { kind: "PRODUCT", id: 1 },
      { kind: "MATERIAL", id: 2 },
    ],
    [view({ file: picture }), view({ kind: "MATERIAL", id: 2, title: "", there: false })],
  );
  expect(items[0]).toMatchObject({ title: "龙井", picture: "/api/products/1/pictures/7" });
  expect(bodiesOf(items)).toEqual([{ kind: "PRODUCT", id: 1 }]);
});

it("holds nothing twice, nine at most, in the order that people make", () => {
  const link = linkItem({ title: "a", url: "https://a.example", about: "", pictureId: null }, null);
  expect(withMore([product(1), link], [product(1), { ...link }])).toHaveLength(2);
  expect(
    withMore(
      Array.from({ length: 9 }, (_, id) => product(id)),
      [link],
    ),
  ).toHaveLength(9);
  expect(moved([product(1), product(2), product(3)], 2).map(({ title }) => title)).toEqual(["P1", "P3", "P2"]);
  expect(moved([product(1)], 0)).toHaveLength(1);
});

it("takes addresses of the web and nothing else", () => {
  expect(isWebAddress(" https://shop.example/茶?a=1 ")).toBe(true);
  expect(isWebAddress("javascript:alert(1)")).toBe(false);
  expect(isWebAddress("shop.example")).toBe(false);
  expect(isWebAddress("https://a b")).toBe(false);
});
