import { describe, expect, it } from "vitest";
import type { Translate } from "@/lib/i18n";
import { eventKey, eventParams } from "./event-words";

const t = ((key: string, params?: Record<string, unknown>) =>
  `${key}${params ? JSON.stringify(params) : ""}`) as Translate;
const names = { stageName: (key: string) => `<${key}>`, memberName: (id: number) => `#${id}` };
const event = (data: Record<string, unknown>) => ({
  id: 1,
  kind: "X",
  actor: null,
  byCustomer: false,
  relationId: null,
  data,
  at: "2026-11-27T00:00:00Z",
});

describe("words of events", () => {
  it("name stages, and the reason only where there is one", () => {
    expect(eventParams(t, event({ before: "intent", after: "deal", reason: "" }), names)).toEqual({
      before: "<intent>",
      after: "<deal>",
      why: "",
    });
    expect(eventParams(t, event({ after: "lost", reason: "价格" }), names).why).toContain("价格");
  });

  it("name tags and people, whatever else comes", () => {
    expect(eventParams(t, event({ tags: ["VIP", "展会"], member: 7, other: {} }), names)).toEqual({
      tags: "VIPcustomer.comma展会",
      member: "#7",
      why: "",
    });
  });

  it("name the rule that did it", () => {
    const tagged = { ...event({ tags: ["VIP"], rule: "问价" }), kind: "TAGGED" };
    expect(eventKey(tagged)).toBe("TAGGED_BY");
    expect(eventParams(t, tagged, names).rule).toBe("问价");
    expect(eventKey({ ...tagged, data: { tags: ["VIP"] } })).toBe("TAGGED");
  });
});
