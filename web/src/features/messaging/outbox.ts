import { Outbox } from "@/api/outbox";
import type { SocketClient } from "@/api/socket";
import type { StoredFile } from "@/api/types";
import { upload } from "@/api/upload";
import * as log from "@/lib/log";
import { changeLog, changeOutgoing, messagingState, useMessaging } from "./store";

/** How messages leave and how a hole behind an acknowledged one is filled. */
export interface Transport {
  socket: SocketClient;
  pull: (conversation: number) => Promise<void>;
}

let transport: Transport | null = null;

export const outbox = new Outbox({
  items: () => messagingState().outbox,
  put: (items) => useMessaging.setState({ outbox: items }),
  change: changeOutgoing,
  me: () => messagingState().me,
  isOpen: () => transport?.socket.isOpen === true,
  command: (frame) => (transport as Transport).socket.command(frame),
  upload: (file, onProgress) => upload<StoredFile>("/api/files", file, onProgress),
  applied: (conversation, entry) => {
    let hole = false;
    changeLog(conversation, (held) => {
      const applied = log.apply(held, entry, entry, messagingState().me);
      hole = applied.hole;
      return applied.log;
    });
    return hole && transport ? transport.pull(conversation) : null;
  },
});

/** Brings back what was on its way before a reload. */
export function restoreOutbox(orgId: number, me: number, over: Transport) {
  transport = over;
  outbox.restore(`outbox.${orgId}.${me}.`);
}
