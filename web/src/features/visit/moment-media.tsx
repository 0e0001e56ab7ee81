import { useState } from "react";
import type { StoredFile } from "@/api/types";
import { Icon } from "./icons";
import { useMomentWords } from "./moment-words";
import { fileUrl, usePreview, type VisitMoment } from "./moments";
import css from "./moments.module.css";
import { Sheet } from "./sheet";
import { tell } from "./store";
import { troubleText } from "./words";

/** Pictures side by side, or one video. The whole file is fetched when somebody asks for it. */
export function MomentMedia({ moment }: { moment: VisitMoment }) {
  const { t } = useMomentWords();
  const [shown, setShown] = useState<{ file: StoredFile; url: string } | null>(null);
  const look = (file: StoredFile) =>
    void fileUrl(moment.id, file.id).then(
      (url) => setShown({ file, url }),
      (error: unknown) => tell(troubleText(t, error)),
    );
  return (
    <>
      <div className={css.pictures} data-count={moment.files.length}>
        {moment.files.map((file, index) => (
          <MediaButton key={file.id} moment={moment} file={file} number={index + 1} onOpen={() => look(file)} />
        ))}
      </div>
      {shown && (
        <Sheet title={shown.file.name} onClose={() => setShown(null)}>
          {moment.video ? (
            // biome-ignore lint/a11y/useMediaCaption: what employees film has no captions
            <video className={css.full} controls autoPlay playsInline src={shown.url} />
          ) : (
            <img className={css.full} src={shown.url} alt={shown.file.name} />
          )}
        </Sheet>
      )}
    </>
  );
}

interface Props {
  moment: VisitMoment;
  file: StoredFile;
  number: number;
  onOpen: () => void;
}

function MediaButton({ moment, file, number, onOpen }: Props) {
  const { m } = useMomentWords();
  const src = usePreview(moment.id, file);
  const label = moment.video ? m("play") : m("picture", { number });
  return (
    <button type="button" className={css.picture} aria-label={label} onClick={onOpen}>
      {src ? <img src={src} alt="" decoding="async" /> : <Icon name={moment.video ? "send" : "picture"} size={28} />}
    </button>
  );
}
