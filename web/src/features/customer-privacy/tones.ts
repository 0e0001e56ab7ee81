/** How states look. */
export const ERASURE_TONES = { WAITING: "busy", RUNNING: "busy", DONE: "quiet", CANCELLED: "quiet" } as const;
export const EXPORT_TONES = { WAITING: "busy", RUNNING: "busy", READY: "good", FAILED: "bad", GONE: "quiet" } as const;
