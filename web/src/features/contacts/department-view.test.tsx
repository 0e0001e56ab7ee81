import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { DepartmentView } from "./department-view";

const acts = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
const nothing = () => undefined;
const department = { id: 7, parentId: null, name: "总部", memberCount: 3, head: null };

/** The page when the server answers these two questions so. */
async function drawn(departments: () => Response, members: () => Response): Promise<string[]> {
  acts.IS_REACT_ACT_ENVIRONMENT = true;
  vi.stubGlobal("fetch", async (path: string) => (path.includes("/members") ? members() : departments()));
  const place = document.createElement("div");
  const root = createRoot(place);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await act(async () =>
    root.render(
      <QueryClientProvider client={client}>
        <DepartmentView id={7} chosen={null} onDepartment={nothing} onMember={nothing} />
      </QueryClientProvider>,
    ),
  );
  const shown = () => [...place.querySelectorAll("[role=alert], [class*=empty]")].map(({ role }) => role || "empty");
  await vi.waitFor(async () => {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(shown()).not.toEqual([]);
  });
  const seen = shown();
  await act(async () => root.unmount());
  acts.IS_REACT_ACT_ENVIRONMENT = false;
  vi.unstubAllGlobals();
  return [...new Set(seen)];
}

const list = (items: object[]) => () => Response.json({ items, next: null });
const busy = () => Response.json({ code: "platform.busy" }, { status: 503 });

it("says that nobody is there only when that is known", async () => {
  expect(await drawn(list([department]), list([]))).toEqual(["empty"]);
  expect(await drawn(list([department]), busy)).toEqual(["alert"]);
  expect(await drawn(busy, busy)).toEqual(["alert"]);
});
