import { describe, expect, it } from "vitest";
import type { ApprovalHead, Doable, HistoryLine, MyTask, NodeAction, PathStep } from "@/api/approval-types";
import type { FormDefinition } from "@/api/form-types";
import type { Card } from "@/api/types";
import { daysUntil } from "@/lib/days";
import { agreeable, isLate, mainActs, moreActs } from "./actions";
import { carriedOver } from "./carried-over";
import { dotOf, explains, wordsOf } from "./history-words";
import { askedOf, missingChoices, saysTogether, shownSteps } from "./path";
import { changedIn } from "./run-form";
import { grouped } from "./start-groups";
import { byState, byTemplate, spanOf } from "./statistics";
import { cardTone, standingOf } from "./tone";
import { filterQuery, NO_FILTER } from "./use-approvals";

const ME = 1;
const BOSS = 2;

function person(id: number): Card {
  return { id, name: `p${id}`, alias: null, title: null, avatar: null, state: "ACTIVE", kind: "MEMBER" };
}

function line(changes: Partial<HistoryLine>): HistoryLine {
  return {
    no: 1,
    at: "2026-12-01T08:00:00Z",
    what: "AGREED",
    node: "上级",
    by: BOSS,
    forWhom: null,
    people: [],
    why: "ACTION",
    text: null,
    signature: null,
    files: [],
    fields: [],
    ...changes,
  };
}

function head(changes: Partial<ApprovalHead>): ApprovalHead {
  return {
    id: 7,
    number: "QJ0001",
    title: "请假",
    templateId: 3,
    applicant: person(ME),
    state: "RUNNING",
    undoesId: null,
    undoneById: null,
    summary: [],
    version: 1,
    submittedAt: "2026-12-01T08:00:00Z",
    endedAt: null,
    movedAt: "2026-12-01T08:00:00Z",
    unread: false,
    task: null,
    waitingFor: [person(BOSS)],
    ...changes,
  };
}

function mine(changes: Partial<Doable>): Doable {
  return {
    tasks: [],
    takeBack: [],
    removable: [],
    resubmit: false,
    chosen: {},
    revoke: false,
    undo: false,
    urge: false,
    manage: false,
    ...changes,
  };
}

function task(actions: NodeAction[], handle = false): MyTask {
  return { task: 1, node: "n", name: "上级", handle, actions, editable: [], returnTo: [] };
}

function step(changes: Partial<PathStep>): PathStep {
  return {
    node: "n",
    kind: "APPROVE",
    name: "上级",
    within: [],
    now: false,
    together: null,
    people: [],
    open: false,
    ...changes,
  };
}

describe("what can be agreed to at once", () => {
  it("is what waits for my consent, not what I have to do", () => {
    expect(agreeable(head({ task: { task: 1, handle: false, refuse: true } }))).toBe(true);
    expect(agreeable(head({ task: { task: 1, handle: true, refuse: false } }))).toBe(false);
    expect(agreeable(head({}))).toBe(false);
  });
});

describe("what history says", () => {
  it("tells the end by the state", () => {
    expect(wordsOf(line({ what: "ENDED" }), "AGREED")).toBe("ENDED_AGREED");
    expect(wordsOf(line({ what: "ENDED" }), "REFUSED")).toBe("ENDED_REFUSED");
    expect(wordsOf(line({ what: "ENDED" }), "REVOKED")).toBe("ENDED_REVOKED");
  });

  it("tells a return to the applicant from one to a node", () => {
    expect(wordsOf(line({ what: "RETURNED", people: [ME] }), "RETURNED")).toBe("RETURNED_APPLICANT");
    expect(wordsOf(line({ what: "RETURNED" }), "RUNNING")).toBe("RETURNED");
  });

  it("does not say that nobody agreed", () => {
    expect(wordsOf(line({ by: null, why: "ALREADY_AGREED" }), "RUNNING")).toBe("AGREED_BY_RULE");
  });

  it("explains rules and leaves out what explains itself", () => {
    expect(explains(line({}))).toBe(false);
    expect(explains(line({ what: "SKIPPED", why: "SAME_AS_APPLICANT" }))).toBe(true);
    expect(explains(line({ what: "ENDED", why: "ROUTE_ENDED" }))).toBe(false);
  });

  it("colours what decided", () => {
    expect(dotOf("AGREED")).toBe("good");
    expect(dotOf("REFUSED")).toBe("bad");
    expect(dotOf("SUBMITTED")).toBe("plain");
  });
});

describe("what may be done", () => {
  it("offers agreeing and, where the node allows it, refusing", () => {
    expect(mainActs({ mine: mine({ tasks: [task(["REFUSE"])] }) })).toEqual(["refuse", "agree"]);
    expect(mainActs({ mine: mine({ tasks: [task([])] }) })).toEqual(["agree"]);
    expect(mainActs({ mine: mine({ tasks: [task(["REFUSE"], true)] }) })).toEqual(["done"]);
    expect(mainActs({ mine: mine({ resubmit: true }) })).toEqual(["resubmit"]);
  });

  it("puts into the menu only what is possible", () => {
    const asked = moreActs({ mine: mine({ tasks: [task(["TRANSFER", "ADD_AFTER"])] }), head: head({}) }, BOSS);

    expect(asked).toEqual(["transfer", "addSigners", "cc", "share", "print"]);
  });

  it("lets the applicant urge others, and ask again once it has ended", () => {
    expect(moreActs({ mine: mine({ urge: true, revoke: true }), head: head({}) }, ME)).toContain("urge");
    expect(moreActs({ mine: mine({ urge: true }), head: head({ waitingFor: [person(ME)] }) }, ME)).not.toContain(
      "urge",
    );
    const ended = head({ state: "REFUSED", endedAt: "2026-12-02T08:00:00Z" });
    expect(moreActs({ mine: mine({}), head: ended }, ME)).toContain("copy");
    expect(moreActs({ mine: mine({}), head: ended }, BOSS)).not.toContain("copy");
  });

  it("knows refusals that mean somebody was faster", () => {
    expect(isLate("flow.changed_meanwhile")).toBe(true);
    expect(isLate("flow.reason_required")).toBe(false);
  });
});

describe("the path", () => {
  it("hides branches whose way is decided", () => {
    const steps = [step({}), step({ kind: "BRANCH" }), step({ kind: "BRANCH", open: true, node: "b" })];

    expect(shownSteps(steps).map((each) => each.node)).toEqual(["n", "b"]);
  });

  it("counts only who is asked", () => {
    const people = [
      { person: person(1), forWhom: null, skipped: "SAME_AS_APPLICANT" as const },
      { person: person(2), forWhom: null, skipped: null },
    ];

    expect(askedOf(step({ people })).map((each) => each.person.id)).toEqual([2]);
    expect(saysTogether(step({ people, together: "ALL" }))).toBe(false);
  });

  it("misses choices on this path only", () => {
    const choices = [
      { node: "n", required: true },
      { node: "elsewhere", required: true },
      { node: "cc", required: false },
    ];
    const steps = [step({}), step({ node: "cc" })];

    expect(missingChoices(steps, choices, {})).toEqual(["n"]);
    expect(missingChoices(steps, choices, { n: [2] })).toEqual([]);
  });
});

describe("where it stands", () => {
  it("says when what was agreed was undone", () => {
    expect(standingOf(head({ state: "AGREED", undoneById: 9 }))).toBe("UNDONE");
  });

  it("marks cards that wait for the reader", () => {
    expect(cardTone(head({ task: { task: 1, handle: false, refuse: true } }), BOSS)).toBe("mine");
    expect(cardTone(head({ state: "RETURNED" }), ME)).toBe("mine");
    expect(cardTone(head({ state: "RETURNED" }), BOSS)).toBe("running");
    expect(cardTone(head({ state: "AGREED" }), ME)).toBe("good");
  });
});

describe("forms", () => {
  it("sends only what a decider changed and may change", () => {
    const before = { a: "1", b: "2", items: [{ x: "1" }] };
    const after = { a: "9", b: "9", items: [{ x: "2" }] };

    expect(changedIn(before, after, ["b", "items.x"])).toEqual({ b: "9", items: [{ x: "2" }] });
    expect(changedIn(before, before, ["a"])).toEqual({});
  });

  it("carries earlier values over without computed ones and fields that are gone", () => {
    const form = {
      fields: [
        { key: "a", kind: "TEXT", label: "A" },
        { key: "no", kind: "SERIAL", label: "No" },
        { key: "new", kind: "TEXT", label: "New" },
      ],
    } as FormDefinition;

    expect(carriedOver(form, { a: "1", no: "X1", gone: "2" }, { new: "start" })).toEqual({ a: "1", new: "start" });
  });
});

it("groups what can be started and finds it by any word", () => {
  const all = [
    { id: 1, name: "请假", icon: "leave", description: "年假、病假", group: "假勤" },
    { id: 2, name: "报销", icon: "expense", description: "", group: "财务" },
    { id: 3, name: "加班", icon: "overtime", description: "", group: "假勤" },
  ];

  expect(grouped(all, "").map((each) => [each.name, each.templates.length])).toEqual([
    ["假勤", 2],
    ["财务", 1],
  ]);
  expect(grouped(all, "病").flatMap((each) => each.templates.map((one) => one.id))).toEqual([1]);
});

it("counts the days of a filter from the start of today", () => {
  const now = new Date(2026, 11, 10, 15, 30);

  expect(filterQuery(NO_FILTER, now).from).toBeNull();
  expect(filterQuery({ ...NO_FILTER, days: 1 }, now).from).toBe(new Date(2026, 11, 10).toISOString());
  expect(filterQuery({ ...NO_FILTER, q: "  " }, now).q).toBeNull();
});

describe("statistics", () => {
  const rows = [
    { templateId: 1, title: "请假", state: "AGREED" as const, runs: 3, meanSeconds: 100, longestSeconds: 200 },
    { templateId: 1, title: "请假", state: "REFUSED" as const, runs: 1, meanSeconds: 500, longestSeconds: 500 },
    { templateId: 2, title: "报销", state: "RUNNING" as const, runs: 9, meanSeconds: 0, longestSeconds: 0 },
  ];

  it("sums states over all templates", () => {
    expect(byState(rows).find((each) => each.state === "AGREED")?.runs).toBe(3);
    expect(byState(rows).find((each) => each.state === "REVOKED")?.runs).toBe(0);
  });

  it("weighs each ended run once in the mean of its template", () => {
    const [first, second] = byTemplate(rows);

    expect(first?.title).toBe("报销");
    expect(second).toMatchObject({ runs: 4, meanSeconds: 200, longestSeconds: 500 });
  });

  it("splits spans and lists days", () => {
    expect(spanOf(90_000)).toEqual({ days: 1, hours: 1, minutes: 0 });
    expect(daysUntil("2026-12-02", 3)).toEqual(["2026-11-30", "2026-12-01", "2026-12-02"]);
  });
});
