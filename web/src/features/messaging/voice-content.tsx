import { CustomerServiceOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { StoredFile } from "@/api/types";
import { inlineUrl } from "@/lib/file-addresses";
import { useText } from "@/lib/i18n";
import { fileSize } from "@/lib/sizes";
import { ticket } from "./downloads";
import css from "./message.module.css";

interface Props {
  file: StoredFile;
  place: { conversation: number; seq: number };
}

/** A recording: fetched when somebody presses play. Comes with the first recording in sight. */
export default function VoiceContent({ file, place }: Props) {
  const { t } = useText();
  const [state, setState] = useState<{ src: string | null; failed: boolean }>({ src: null, failed: false });
  const play = () =>
    ticket(place.conversation, place.seq).then(
      ({ url }) => setState({ src: inlineUrl(url), failed: false }),
      () => setState({ src: null, failed: true }),
    );
  if (state.src) {
    // biome-ignore lint/a11y/useMediaCaption: a voice message has no captions
    return <audio className={css.audio} controls autoPlay src={state.src} aria-label={t("ui.voice")} />;
  }
  return (
    <button
      type="button"
      className={css.file}
      aria-label={t("ui.play", { name: file.name })}
      onClick={() => void play()}
    >
      <CustomerServiceOutlined aria-hidden="true" style={{ fontSize: 22 }} />
      <span className={css.fileLines}>
        <span className={css.fileName}>{t(state.failed ? "ui.notPlayed" : "ui.voice")}</span>
        <span className={css.fileSize}>{fileSize(file.size)}</span>
      </span>
    </button>
  );
}
