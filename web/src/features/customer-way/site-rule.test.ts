import { expect, it } from "vitest";
import { attributeFlaw, attributesBody } from "./attributes-rule";
import { originOf, scriptTag } from "./site-rule";

it.each([
  ["https://shop.example.com", "https://shop.example.com"],
  [" Shop.Example.com/kontakt?x=1 ", "https://shop.example.com"],
  ["http://127.0.0.1:8080/", "http://127.0.0.1:8080"],
  ["https://*.example.com", null],
  ["ftp://example.com", null],
  ["", null],
  ["a b", null],
])("takes the site out of %s", (text, origin) => {
  expect(originOf(text)).toBe(origin);
});

it("names in the tag only what is not usual", () => {
  const usual = { code: "abc", label: "", left: false, colour: "#0E7C7B", state: "" };
  expect(scriptTag("https://qiao", usual)).toBe('<script src="https://qiao/widget.js" data-code="abc" async></script>');
  expect(
    scriptTag("https://qiao", { ...usual, label: 'a "b" & <c>', left: true, colour: "#112233", state: "home" }),
  ).toBe(
    '<script src="https://qiao/widget.js" data-code="abc" data-label="a &quot;b&quot; &amp; &lt;c>" data-side="left" data-colour="#112233" data-state="home" async></script>',
  );
});

it("wants words in a line of a card, and an address that can be opened", () => {
  const line = { key: 0, label: "官网", text: "example.com", url: "https://example.com/" };
  expect(attributeFlaw(line)).toBeNull();
  expect(attributeFlaw({ ...line, url: "" })).toBeNull();
  expect(attributeFlaw({ ...line, text: " " })).toBe("words");
  expect(attributeFlaw({ ...line, url: "javascript:alert(1)" })).toBe("address");
  expect(attributesBody([{ ...line, url: " " }])).toEqual([{ label: "官网", text: "example.com", url: null }]);
});
