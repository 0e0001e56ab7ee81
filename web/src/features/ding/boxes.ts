import type { DingBox } from "@/api/ding-types";

export const BOXES = ["WAITING", "RECEIVED", "SENT", "SCHEDULES"] as const;
export type Box = DingBox | "SCHEDULES";

export function isBox(text: unknown): text is Box {
  return BOXES.some((box) => box === text);
}
