import { App } from "antd";
import { useText } from "@/lib/i18n";
import { changeDraft, useDraft } from "./drafts";
import { outbox } from "./outbox";

const MOST_FILE = 512 * 1024 * 1024;

/** Sends chosen, pasted or dropped files; the reply being written goes with them. */
export function useSendFiles(conversation: number): (chosen: Iterable<File>) => void {
  const { t } = useText();
  const { message } = App.useApp();
  const { replyTo } = useDraft(conversation);
  return (chosen) => {
    for (const file of chosen) {
      const wrong = file.size === 0 ? "emptyFile" : file.size > MOST_FILE ? "tooBig" : null;
      if (wrong) void message.error(t(`messaging.composer.${wrong}`, { name: file.name }));
      else outbox.sendFile(conversation, file, replyTo);
    }
    if (replyTo) changeDraft(conversation, { replyTo: null });
  };
}
