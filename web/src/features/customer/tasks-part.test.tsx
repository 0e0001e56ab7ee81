import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TasksPart } from "./tasks-part";

const acts = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
let questions: { method: string; answer: (body: object) => void }[];
let root: Root;

beforeEach(() => {
  questions = [];
  acts.IS_REACT_ACT_ENVIRONMENT = true;
  vi.stubGlobal(
    "fetch",
    (_path: string, { method }: RequestInit) =>
      new Promise((resolve) =>
        questions.push({ method: method ?? "GET", answer: (body) => resolve(Response.json(body)) }),
      ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  acts.IS_REACT_ACT_ENVIRONMENT = false;
  vi.unstubAllGlobals();
});

it("says that there is nothing to do only when that is known, and makes one task of Enter pressed twice", async () => {
  const page = document.createElement("div");
  document.body.append(page);
  root = createRoot(page);
  await act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <TasksPart id={7} />
      </QueryClientProvider>,
    ),
  );
  expect(page.querySelector("ul")?.children).toHaveLength(0);
  await act(async () => questions[0]?.answer([]));
  await vi.waitFor(() => expect(page.querySelector("ul")?.children).toHaveLength(1));

  await act(async () => page.querySelector("button")?.click());
  const field = page.querySelector("input") as HTMLInputElement;
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  await act(async () => {
    setter?.call(field, "回电报价");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  for (let times = 0; times < 2; times++) {
    await act(async () => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
    });
  }
  expect(questions.filter(({ method }) => method === "POST")).toHaveLength(1);
  page.remove();
});
