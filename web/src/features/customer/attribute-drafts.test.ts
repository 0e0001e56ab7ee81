import { describe, expect, it } from "vitest";
import type { Field } from "@/api/form-types";
import type { Translate } from "@/lib/i18n";
import { draftsOf, fieldsOf, optionsOf } from "./attribute-drafts";
import { freshKey } from "./fresh-key";

const t = ((key: string) => key) as Translate;

describe("attributes", () => {
  it("come back as they went", () => {
    const fields: Field[] = [
      { key: "a", kind: "TEXT", label: "城市" },
      { key: "b", kind: "CHOICES", label: "兴趣", options: [{ id: "o1", label: "茶" }] },
    ];
    expect(fieldsOf(draftsOf({ fields }), t)).toEqual(fields);
  });

  it("know yes or no as a choice of two", () => {
    const fields = fieldsOf([{ key: "c", label: "老客户", sort: "YES_NO", options: [] }], t);
    expect(fields[0]?.kind).toBe("CHOICE");
    expect(draftsOf({ fields })[0]?.sort).toBe("YES_NO");
  });

  it("keep the id of an option whose label stays", () => {
    const before = [
      { id: "o1", label: "茶" },
      { id: "o2", label: "酒" },
    ];
    expect(optionsOf(["酒", "米"], before)).toEqual([
      { id: "o2", label: "酒" },
      { id: "o3", label: "米" },
    ]);
  });

  it("get keys that nobody has", () => {
    expect(freshKey("stage", ["a", "stage3"])).toBe("stage4");
    expect(freshKey("stage", [])).toBe("stage1");
  });
});
