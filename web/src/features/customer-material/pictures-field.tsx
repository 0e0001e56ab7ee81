import { CloseOutlined, LeftOutlined, PlusOutlined } from "@ant-design/icons";
import { useRef } from "react";
import type { StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { useUploads } from "@/ui/forms/use-uploads";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./material.module.css";

export interface Picture {
  file: StoredFile;
  src: string;
}

interface Props {
  label: string;
  pictures: Picture[];
  max: number;
  onChange: (change: (before: Picture[]) => Picture[]) => void;
  /** Something is on its way, or did not arrive. */
  onSending: (sending: boolean) => void;
}

/** Pictures that are uploaded, taken away and put into an order; the first one stands on cards. */
export function PicturesField({ label, pictures, max, onChange, onSending }: Props) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const sending = useUploads(
    (file, src) => onChange((before) => [...before, { file, src: src ?? "" }].slice(0, max)),
    onSending,
  );
  const forward = (index: number) =>
    onChange((before) => {
      const moved = [...before];
      const [picture] = moved.splice(index, 1);
      if (picture) moved.splice(index - 1, 0, picture);
      return moved;
    });
  const room = max - pictures.length - sending.list.length;
  return (
    <fieldset className={css.pictures} aria-label={label}>
      {pictures.map(({ file, src }, index) => (
        <span key={file.id} className={css.pictureBox}>
          <img className={css.picture} src={src} alt={t("material.picture", { number: index + 1 })} />
          <span className={css.pictureTools}>
            {index > 0 && (
              <IconButton
                size="small"
                icon={<LeftOutlined />}
                label={t("material.forward", { number: index + 1 })}
                onClick={() => forward(index)}
              />
            )}
            <IconButton
              size="small"
              icon={<CloseOutlined />}
              label={t("material.removePicture", { number: index + 1 })}
              onClick={() => onChange((before) => before.filter((each) => each.file.id !== file.id))}
            />
          </span>
        </span>
      ))}
      {sending.list.map((each) => (
        <span key={`sending-${each.key}`} className={css.pictureBox}>
          {each.problem ? <ProblemNote problem={each.problem} /> : <span>{Math.round(each.part * 100)} %</span>}
          <IconButton
            size="small"
            icon={<CloseOutlined />}
            label={t("material.stop", { name: each.name })}
            onClick={() => sending.remove(each.key)}
          />
        </span>
      ))}
      {room > 0 && (
        <button type="button" className={css.addPicture} onClick={() => input.current?.click()}>
          <PlusOutlined />
          {t("material.addPicture")}
        </button>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple={max > 1}
        hidden
        onChange={(event) => {
          sending.start([...(event.target.files ?? [])].slice(0, room));
          event.target.value = "";
        }}
      />
    </fieldset>
  );
}
