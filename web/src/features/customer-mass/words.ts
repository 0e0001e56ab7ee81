import type { MassResult, MassState, ShareState } from "@/api/mass-types";
import type { Tone } from "@/ui/state-tag";

export const STATE_TONES: Record<MassState, Tone> = {
  WAITING: "busy",
  SENDING: "busy",
  DONE: "good",
  CANCELLED: "quiet",
  RECALLING: "warn",
  RECALLED: "quiet",
};

export const SHARE_TONES: Record<ShareState, Tone> = {
  WAITING: "warn",
  CONFIRMED: "busy",
  DONE: "good",
  EXPIRED: "quiet",
  CANCELLED: "quiet",
};

export const RESULT_TONES: Record<MassResult, Tone> = {
  PENDING: "busy",
  SENDING: "busy",
  SENT: "good",
  CAPPED: "warn",
  OPTED_OUT: "quiet",
  NO_RELATION: "quiet",
  BLOCKED: "quiet",
  DESELECTED: "quiet",
  NOT_CONFIRMED: "quiet",
  CANCELLED: "quiet",
  FAILED: "bad",
  FORBIDDEN: "bad",
};
