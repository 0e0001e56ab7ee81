import { CameraOutlined, CloseOutlined, PaperClipOutlined, PictureOutlined, ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useId, useLayoutEffect, useRef, useState } from "react";
import type { Field } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { FilePiece } from "./file-piece";
import { useSurroundings } from "./form-context";
import css from "./forms.module.css";
import { setUnderWay, useFreshFiles } from "./fresh-files";
import { type InputProps, numbersOf } from "./inputs";
import { type Sending, useUploads } from "./use-uploads";

export const MOST_FILES = 9;

/** Attachments and photos: chosen, taken with the camera, or dropped on the field. */
export function FilesInput(props: InputProps) {
  const { field, id, labelId, value, onChange } = props;
  const { t } = useText();
  const { preview } = useSurroundings();
  const keep = useFreshFiles((store) => store.keep);
  const ids = numbersOf(value);
  /** With those that have arrived since this was drawn: two may in one moment. */
  const held = useRef(ids);
  useLayoutEffect(() => {
    held.current = ids;
  });
  const name = useId();
  const [onOpen] = useState(() => (open: boolean) => setUnderWay(name, open));
  const sending = useUploads((file, picture) => {
    keep(file, picture);
    held.current = [...held.current, file.id];
    onChange(held.current);
  }, onOpen);
  const room = Math.max(0, Number(field.max ?? MOST_FILES) - ids.length - sending.list.length);
  const take = (files: readonly File[]) => sending.start(files.slice(0, room));
  return (
    <fieldset
      className={css.group}
      aria-labelledby={labelId}
      aria-describedby={props.describedBy}
      onDragOver={(event) => event.dataTransfer.types.includes("Files") && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!preview && !field.cameraOnly) take([...event.dataTransfer.files]);
      }}
    >
      <ul className={field.kind === "PHOTO" ? css.photos : css.files}>
        {ids.map((file) => (
          <li key={file}>
            <FilePiece
              id={file}
              photo={field.kind === "PHOTO"}
              onRemove={() => {
                const rest = ids.filter((each) => each !== file);
                onChange(rest.length === 0 ? undefined : rest);
              }}
            />
          </li>
        ))}
        {sending.list.map((each) => (
          <li key={`sending-${each.key}`}>
            <SendingPiece sending={each} onAgain={sending.again} onRemove={sending.remove} />
          </li>
        ))}
      </ul>
      <div className={css.fileLine}>
        <PickButton id={id} field={field} room={preview ? 0 : room} invalid={props.invalid} onFiles={take} />
        <span className={css.quiet}>{t("forms.files.atMost", { count: Number(field.max ?? MOST_FILES) })}</span>
      </div>
    </fieldset>
  );
}

interface PickProps {
  id: string;
  field: Field;
  room: number;
  invalid: boolean;
  onFiles: (files: File[]) => void;
}

function PickButton({ id, field, room, invalid, onFiles }: PickProps) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const photo = field.kind === "PHOTO";
  const way = photo ? (field.cameraOnly ? "camera" : "photo") : "file";
  const icons = { camera: <CameraOutlined />, photo: <PictureOutlined />, file: <PaperClipOutlined /> };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!field.cameraOnly && room > 1}
        accept={photo ? "image/*" : undefined}
        capture={field.cameraOnly ? "environment" : undefined}
        aria-label={t(`forms.files.add.${way}`)}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          onFiles(files);
        }}
      />
      <Button id={id} icon={icons[way]} disabled={room === 0} danger={invalid} onClick={() => input.current?.click()}>
        {t(`forms.files.add.${way}`)}
      </Button>
    </>
  );
}

interface SendingProps {
  sending: Sending;
  onAgain: (key: number) => void;
  onRemove: (key: number) => void;
}

function SendingPiece({ sending, onAgain, onRemove }: SendingProps) {
  const { t } = useText();
  const { key, name, part, problem } = sending;
  return (
    <span className={css.file} data-failed={problem !== null || undefined}>
      <span className={css.fileName}>{name}</span>
      <span className={css.quiet} role={problem === null ? undefined : "alert"}>
        {problem === null ? t("forms.files.sending", { part: Math.round(part * 100) }) : problemText(t, problem)}
      </span>
      {problem !== null && (
        <button
          type="button"
          className={css.chipRemove}
          aria-label={t("forms.files.again", { name })}
          onClick={() => onAgain(key)}
        >
          <ReloadOutlined />
        </button>
      )}
      <button
        type="button"
        className={css.chipRemove}
        aria-label={t("forms.files.remove", { name })}
        onClick={() => onRemove(key)}
      >
        <CloseOutlined />
      </button>
    </span>
  );
}
