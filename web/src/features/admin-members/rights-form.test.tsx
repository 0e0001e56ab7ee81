import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Member } from "@/api/types";
import { RightsForm } from "./rights-form";

const acts = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

beforeEach(() => {
  acts.IS_REACT_ACT_ENVIRONMENT = true;
  vi.stubGlobal("fetch", async () => Response.json({ owner: false, grant: "NONE", departmentIds: [] }));
});

afterEach(() => {
  acts.IS_REACT_ACT_ENVIRONMENT = false;
  vi.unstubAllGlobals();
});

it("keeps what was chosen when the same is fetched again, as after a time without a network", async () => {
  const client = new QueryClient();
  const place = document.createElement("div");
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <QueryClientProvider client={client}>
        <RightsForm member={{ id: 7, name: "李娜" } as Member} />
      </QueryClientProvider>,
    ),
  );
  const admin = () => place.querySelector<HTMLInputElement>("input[value=ADMIN]");
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(admin()).not.toBeNull();
  });
  await act(async () => admin()?.click());
  expect(admin()?.checked).toBe(true);
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5)); // a later moment than the first answer's
    await client.refetchQueries();
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(admin()?.checked).toBe(true);
  await act(async () => root.unmount());
});
