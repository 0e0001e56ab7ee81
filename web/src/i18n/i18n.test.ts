import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import enWork from "./en";
import enVisit from "./en/visit.json";
import enVisitArchive from "./en/visit-archive.json";
import enGoods from "./en/visit-goods.json";
import enVisitGroup from "./en/visit-group.json";
import enVisitMoment from "./en/visit-moment.json";
import enVisitOwn from "./en/visit-own.json";
import enAccount from "./en-account";
import enAdmin from "./en-admin";
import enApproval from "./en-approval";
import enCare from "./en-care";
import enCrm from "./en-crm";
import enCustomer from "./en-customer";
import enCustomerGroup from "./en-customer-group";
import enDoor from "./en-door";
import enForeign from "./en-foreign";
import enForms from "./en-forms";
import enGuard from "./en-guard";
import enHandover from "./en-handover";
import enMass from "./en-mass";
import enMaterial from "./en-material";
import enMoment from "./en-moment";
import enPrivacy from "./en-privacy";
import enProblem from "./en-problem";
import enReport from "./en-report";
import enSettings from "./en-settings";
import enWay from "./en-way";
import zhWork from "./zh";
import zhVisit from "./zh/visit.json";
import zhVisitArchive from "./zh/visit-archive.json";
import zhGoods from "./zh/visit-goods.json";
import zhVisitGroup from "./zh/visit-group.json";
import zhVisitMoment from "./zh/visit-moment.json";
import zhVisitOwn from "./zh/visit-own.json";
import zhAccount from "./zh-account";
import zhAdmin from "./zh-admin";
import zhApproval from "./zh-approval";
import zhCare from "./zh-care";
import zhCrm from "./zh-crm";
import zhCustomer from "./zh-customer";
import zhCustomerGroup from "./zh-customer-group";
import zhDoor from "./zh-door";
import zhForeign from "./zh-foreign";
import zhForms from "./zh-forms";
import zhGuard from "./zh-guard";
import zhHandover from "./zh-handover";
import zhMass from "./zh-mass";
import zhMaterial from "./zh-material";
import zhMoment from "./zh-moment";
import zhPrivacy from "./zh-privacy";
import zhProblem from "./zh-problem";
import zhReport from "./zh-report";
import zhSettings from "./zh-settings";
import zhWay from "./zh-way";

const en = {
  ...enWork,
  ...enAccount,
  ...enSettings,
  ...enAdmin,
  ...enDoor,
  ...enForms,
  ...enApproval,
  ...enCustomer,
  ...enReport,
  ...enForeign,
  ...enGuard,
  ...enCare,
  ...enCrm,
  ...enHandover,
  ...enMaterial,
  goods: enGoods,
  ...enMass,
  ...enMoment,
  ...enPrivacy,
  ...enWay,
  visit: enVisit,
  visitArchive: enVisitArchive,
  ...enCustomerGroup,
  visitGroup: enVisitGroup,
  visitOwn: enVisitOwn,
  visitMoment: enVisitMoment,
  problem: { ...enWork.problem, ...enProblem.problem },
};
const zh = {
  ...zhWork,
  ...zhAccount,
  ...zhSettings,
  ...zhAdmin,
  ...zhDoor,
  ...zhForms,
  ...zhApproval,
  ...zhCustomer,
  ...zhReport,
  ...zhForeign,
  ...zhGuard,
  ...zhCare,
  ...zhCrm,
  ...zhHandover,
  ...zhMaterial,
  goods: zhGoods,
  ...zhMass,
  ...zhMoment,
  ...zhPrivacy,
  ...zhWay,
  visit: zhVisit,
  visitArchive: zhVisitArchive,
  ...zhCustomerGroup,
  visitGroup: zhVisitGroup,
  visitOwn: zhVisitOwn,
  visitMoment: zhVisitMoment,
  problem: { ...zhWork.problem, ...zhProblem.problem },
};

function keys(node: unknown, path = ""): string[] {
  if (typeof node === "string") return [path.replace(/_(one|other)$/, "")];
  return Object.entries(node as object).flatMap(([name, child]) => keys(child, path === "" ? name : `${path}.${name}`));
}

function has(catalogue: unknown, code: string): boolean {
  return code.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], catalogue) != null;
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** The codes of every refusal enum of the server, read from its source: "module.constant". */
function problemCodes(): string[] {
  const java = join(process.cwd(), "../server/src/main/java/org/qiao");
  return files(java)
    .filter((path) => /Problem\.java$/.test(path))
    .flatMap((path) => {
      const source = readFileSync(path, "utf8");
      if (!/enum \w+Problem/.test(source)) return [];
      const module = source.match(/^package org\.qiao\.(?:\w+\.)*?(\w+);/m)?.[1];
      return [...source.matchAll(/^ {4}([A-Z][A-Z0-9_]*)\(Kind\./gm)].map(
        (found) => `${module}.${found[1]?.toLowerCase()}`,
      );
    });
}

it("has the same keys in both languages", () => {
  expect([...new Set(keys(en))].sort()).toEqual([...new Set(keys(zh))].sort());
});

it("leaves no text empty", () => {
  const empty = (node: unknown): boolean =>
    typeof node === "string" ? node.trim() === "" : Object.values(node as object).some(empty);
  expect(empty(zh)).toBe(false);
  expect(empty(en)).toBe(false);
});

it("has words for every refusal the server knows", () => {
  const codes = problemCodes();
  expect(codes).toContain("platform.not_found");
  expect(codes.filter((code) => !has(zh.problem, code))).toEqual([]);
});
