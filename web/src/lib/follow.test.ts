import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { follow } from "./follow";

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => join(folder, name));
}

/** What stands between the brackets of each call of `mutate`. */
function calls(source: string): string[] {
  return source.split(".mutate(").slice(1).map(untilClosed);
}

function untilClosed(text: string): string {
  let depth = 1;
  const end = [...text].findIndex((sign) => {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    return depth === 0;
  });
  return text.slice(0, end);
}

describe("what follows a mutation", () => {
  it("is told of the answer, and of a refusal where somebody asked for it", async () => {
    const onSuccess = vi.fn();
    const onError = vi.fn();
    follow(Promise.resolve(7), { onSuccess, onError });
    follow(Promise.reject(new Error("no")), { onSuccess });
    follow(Promise.reject(new Error("no")), { onError });
    await Promise.resolve().then(() => undefined);
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith(7);
    expect(onError).toHaveBeenCalledOnce();
  });

  it("is nowhere left to the callbacks of mutate, which are lost with their component", () => {
    const lost = sources(join(__dirname, "..")).filter((file) =>
      calls(readFileSync(file, "utf8")).some((inside) => /\bon(Success|Error|Settled)\b/.test(inside)),
    );
    expect(lost).toEqual([]);
  });
});
