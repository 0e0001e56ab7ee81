import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import { act, lazy, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, expect, it } from "vitest";
import { passHint, tellConnected } from "@/api/hints";
import type { CardSummary } from "@/api/types";
import { useHint } from "@/api/use-hint";
import { type CardViewProps, registerCardViews } from "@/lib/card-views";
import { startI18n } from "@/lib/i18n";
import { CardFrame } from "@/ui/card-frame";
import { CardContent } from "./card-content";

/** Counts how often it was told to look again. */
function Counting({ card }: CardViewProps) {
  const [seen, setSeen] = useState(0);
  useHint("counting", card.id, () => {
    setSeen((times) => times + 1);
  });
  return (
    <CardFrame
      tone="mine"
      app="x"
      title={card.title}
      lines={[]}
      link={card.link}
      status={`${seen} looks`}
      buttons={["a", "b", "c"].map((label) => ({ label, onClick: () => undefined }))}
    />
  );
}

const CARD: CardSummary = {
  type: "approval",
  id: 7,
  title: "张三的请假",
  lines: [
    ["类型", "年假"],
    ["天数", "3"],
    ["事由", "回家"],
    ["第四", "不显示"],
  ],
  link: "/approvals/7",
};

let root: Root | undefined;

beforeAll(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  await startI18n("zh-CN");
});

afterEach(async () => {
  await act(async () => root?.unmount());
});

async function show(card: CardSummary): Promise<HTMLElement> {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  const place = document.createElement("div");
  root = createRoot(place);
  await act(async () =>
    root?.render(
      <RouterContextProvider router={router}>
        <CardContent card={card} />
      </RouterContextProvider>,
    ),
  );
  return place;
}

it("shows the frozen summary of a card that nobody has a view for", async () => {
  const place = await show(CARD);
  const section = place.querySelector("section");
  const link = place.querySelector("a");
  expect(section?.dataset.tone).toBe("running");
  expect(place.textContent).toContain("审批");
  expect(link?.textContent).toBe("张三的请假");
  expect(link?.getAttribute("href")).toBe("/approvals/7");
  expect(section?.getAttribute("aria-labelledby")).toBe(link?.id);
  expect([...place.querySelectorAll("dt")].map((each) => each.textContent)).toEqual(["类型", "天数", "事由"]);
});

it("names a type that this client does not know by its own word", async () => {
  const place = await show({ ...CARD, type: "lunch" });
  expect(place.textContent).toContain("lunch");
});

it("shows the module's view and looks again on a hint about the same thing only", async () => {
  registerCardViews({ counting: lazy(async () => ({ default: Counting })) });
  const place = await show({ ...CARD, type: "counting" });
  expect(place.querySelectorAll("button")).toHaveLength(2);

  await act(async () => {
    passHint({ t: "counting", id: 8, kind: "CARD" });
    passHint({ t: "counting", id: 7, kind: "CARD" });
  });
  expect(place.querySelector("[role=status]")?.textContent).toBe("1 looks");
  await act(async () => tellConnected());
  expect(place.querySelector("[role=status]")?.textContent).toBe("2 looks");
});

it("falls back to the summary when the view breaks", async () => {
  const quiet = console.error;
  console.error = () => undefined;
  registerCardViews({
    broken: lazy(async () => ({
      default: () => {
        throw new Error("on purpose");
      },
    })),
  });
  const place = await show({ ...CARD, type: "broken" });
  console.error = quiet;
  expect(place.querySelector("a")?.textContent).toBe("张三的请假");
});
