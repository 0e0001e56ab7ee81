import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { mayRecord } from "@/lib/may-record";
import { fileSize } from "@/lib/sizes";
import css from "./chat.module.css";
import { draftOf, keepDraft } from "./device";
import { Icon } from "./icons";
import { outbox, tellTyping } from "./live";
import { tell } from "./store";
import shared from "./visit.module.css";
import { useWords } from "./words";

const Recorder = lazy(() => import("./recorder"));

const MOST_BYTES = 16 * 1024;
const MOST_FILE = 20 * 1024 * 1024;
const TYPING_EVERY_MS = 3_000;
const MOST_HEIGHT = 160;

/** Writes to the thread: Enter sends where there is a keyboard, the button everywhere. */
export function Composer({ conversation }: { conversation: number }) {
  const { t } = useWords();
  const [text, setText] = useState(() => draftOf(conversation));
  const [recording, setRecording] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const typedAt = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(MOST_HEIGHT, element.scrollHeight + 2)}px`;
  }, [text, recording]);

  const change = (next: string) => {
    setText(next);
    keepDraft(conversation, next);
  };
  const type = (event: ChangeEvent<HTMLTextAreaElement>) => {
    change(event.target.value);
    if (Date.now() - typedAt.current < TYPING_EVERY_MS) return;
    typedAt.current = Date.now();
    tellTyping(conversation);
  };
  const send = () => {
    const said = text.trim();
    if (said === "") return;
    if (new TextEncoder().encode(said).length > MOST_BYTES) {
      tell(t("composer.tooLong"));
      return;
    }
    outbox.send(conversation, "TEXT", { text: said }, null);
    change("");
    area.current?.focus();
  };
  const sendFiles = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      if (file.size === 0) tell(t("composer.empty", { name: file.name }));
      else if (file.size > MOST_FILE) tell(t("composer.tooBig", { name: file.name, size: fileSize(MOST_FILE) }));
      else outbox.sendFile(conversation, file, null);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // keyCode 229: some browsers end the composition before they send Enter.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (window.matchMedia("(hover: none)").matches) return;
    event.preventDefault();
    send();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0 || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    sendFiles(pasted);
  };
  const pick = (accept: string) => {
    if (!files.current) return;
    files.current.accept = accept;
    files.current.click();
  };

  if (recording) {
    return (
      <Suspense>
        <Recorder
          onDone={(file) => {
            setRecording(false);
            if (file) outbox.sendFile(conversation, file, null);
          }}
        />
      </Suspense>
    );
  }
  return (
    <div className={css.composer}>
      <div className={css.writing}>
        <textarea
          ref={area}
          rows={1}
          value={text}
          aria-label={t("composer.label")}
          placeholder={t("composer.placeholder")}
          onChange={type}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button
          type="button"
          className={css.sendButton}
          disabled={text.trim() === ""}
          aria-label={t("composer.send")}
          onClick={send}
        >
          <Icon name="send" />
        </button>
      </div>
      <div className={css.tools}>
        <button
          type="button"
          className={shared.sign}
          aria-label={t("composer.picture")}
          onClick={() => pick("image/*")}
        >
          <Icon name="picture" />
        </button>
        <button type="button" className={shared.sign} aria-label={t("composer.file")} onClick={() => pick("")}>
          <Icon name="file" />
        </button>
        {mayRecord() && (
          <button
            type="button"
            className={shared.sign}
            aria-label={t("composer.voice")}
            onClick={() => setRecording(true)}
          >
            <Icon name="voice" />
          </button>
        )}
        <input
          ref={files}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            sendFiles(event.target.files ?? []);
            event.target.value = "";
          }}
        />
      </div>
    </div>
  );
}
