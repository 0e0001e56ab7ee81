import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, useState } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FieldValue } from "@/api/form-types";
import { useFilesUnderWay } from "./fresh-files";
import { FilesInput } from "./input-files";

const acts = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
let requests: FakeRequest[];
let value: FieldValue | undefined;
let underWay: boolean;

/** An upload in the test's hand. */
class FakeRequest {
  status = 200;
  responseText = "";
  upload = {};
  onload: () => void = () => undefined;

  constructor() {
    requests.push(this);
  }

  open() {}

  setRequestHeader() {}

  send() {}

  abort() {}

  ends(id: number) {
    this.responseText = JSON.stringify({ id, name: `${id}.txt`, size: 1, type: "text/plain" });
    this.onload();
  }
}

function Form() {
  const [files, setFiles] = useState<FieldValue | undefined>(undefined);
  value = files;
  underWay = useFilesUnderWay();
  return (
    <FilesInput
      field={{ key: "files", kind: "ATTACHMENT", label: "附件" }}
      id="files"
      labelId="label"
      describedBy={undefined}
      invalid={false}
      value={files}
      onChange={setFiles}
    />
  );
}

beforeEach(() => {
  requests = [];
  acts.IS_REACT_ACT_ENVIRONMENT = true;
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
});

afterEach(() => {
  acts.IS_REACT_ACT_ENVIRONMENT = false;
  vi.unstubAllGlobals();
});

it("keeps both of two files that arrive in one moment", async () => {
  const place = document.createElement("div");
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <Form />
      </QueryClientProvider>,
    ),
  );
  const input = place.querySelector<HTMLInputElement>("input[type=file]") as HTMLInputElement;
  const files = ["一.txt", "二.txt", "三.txt"].map((name) => new File(["x"], name, { type: "text/plain" }));
  Object.defineProperty(input, "files", { value: files });
  await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })));
  expect(requests).toHaveLength(3);
  expect(underWay).toBe(true); // who sends now would send without them
  await act(async () => {
    requests[0]?.ends(1);
    requests[1]?.ends(2);
  });
  await act(async () => requests[2]?.ends(3));
  expect(value).toEqual([1, 2, 3]);
  expect(underWay).toBe(false);
  await act(async () => root.unmount());
});
