import { expect, it } from "vitest";
import type { LadderStep } from "@/api/ding-types";
import { flawOf, inOrder, isSound, ladderOf, PRESETS, stepsOf, withStep } from "./ladder";

const company: LadderStep[] = [{ afterMinutes: 0, ways: ["APP"], target: "PERSON" }];

it("leaves the company's ladder to the server", () => {
  expect(ladderOf("COMPANY", [])).toBeNull();
  expect(stepsOf("COMPANY", [], company)).toBe(company);
});

it("offers only sound ladders, each later step by a stronger way", () => {
  for (const preset of PRESETS) expect(isSound(stepsOf(preset, company, company))).toBe(true);
  expect(stepsOf("VOICE", [], company).map((step) => [step.afterMinutes, step.ways.at(-1)])).toEqual([
    [0, "PUSH"],
    [5, "SMS"],
    [10, "VOICE"],
  ]);
});

it("says what is wrong with a step as the server would", () => {
  const steps: LadderStep[] = [
    { afterMinutes: 1, ways: ["APP"], target: "PERSON" },
    { afterMinutes: 10, ways: [], target: "PERSON" },
    { afterMinutes: 5, ways: ["SMS"], target: "DEPUTY" },
    { afterMinutes: 1441, ways: ["SMS"], target: "MANAGER" },
  ];

  expect(steps.map((_, index) => flawOf(steps, index))).toEqual(["firstPerson", "noWay", "backwards", "tooLate"]);
  expect(isSound(steps)).toBe(false);
  expect(isSound([])).toBe(false);
});

it("adds steps that stay sound: SMS first, then calls", () => {
  const two = withStep(company);
  const three = withStep(two);

  expect(two[1]).toEqual({ afterMinutes: 5, ways: ["SMS"], target: "PERSON" });
  expect(three[2]).toEqual({ afterMinutes: 10, ways: ["VOICE"], target: "PERSON" });
  expect(isSound(three)).toBe(true);
});

it("shows ways in the order of their weight, whatever order they come in", () => {
  expect(inOrder(["VOICE", "APP", "SMS"])).toEqual(["APP", "SMS", "VOICE"]);
});
