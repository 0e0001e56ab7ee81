import { Button, Input } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import type SignaturePad from "signature_pad";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { FilePiece } from "./file-piece";
import { useSurroundings } from "./form-context";
import css from "./forms.module.css";
import { useFreshFiles } from "./fresh-files";
import type { InputProps } from "./inputs";
import { useUploads } from "./use-uploads";

const INK = "#13213c";
const PAPER = "#ffffff";

/** Written by hand with finger, pen or mouse; who cannot draw types the name instead. Sent as a picture. */
export function SignatureInput(props: InputProps) {
  const { id, labelId, value, onChange, invalid } = props;
  const { t } = useText();
  const { preview } = useSurroundings();
  const keep = useFreshFiles((store) => store.keep);
  const sending = useUploads((file, picture) => {
    keep(file, picture);
    onChange(file.id);
  });
  const under = sending.list[0];
  const send = async (canvas: HTMLCanvasElement) => {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) return;
    for (const each of sending.list) sending.remove(each.key);
    sending.start([new File([blob], `${t("forms.signature.file")}.png`, { type: "image/png" })]);
  };
  return (
    <fieldset className={css.group} aria-labelledby={labelId} aria-describedby={props.describedBy}>
      {typeof value === "number" ? (
        <FilePiece id={value} photo onRemove={() => onChange(undefined)} />
      ) : (
        <Pad
          id={id}
          invalid={invalid}
          busy={preview || (under !== undefined && under.problem === null)}
          onDone={send}
        />
      )}
      <ProblemNote problem={under?.problem} />
    </fieldset>
  );
}

interface PadProps {
  id: string;
  invalid: boolean;
  busy: boolean;
  onDone: (canvas: HTMLCanvasElement) => void;
}

function Pad({ id, invalid, busy, onDone }: PadProps) {
  const { t } = useText();
  const nameId = useId();
  const { canvas, pad, drawn, clear, write } = usePad();
  const [typed, setTyped] = useState("");
  return (
    <div className={css.signature} data-invalid={invalid || undefined}>
      <canvas ref={canvas} className={css.paper} role="img" aria-label={t("forms.signature.paper")} />
      <div className={css.signatureTyped}>
        <label htmlFor={nameId}>{t("forms.signature.type")}</label>
        <Input
          id={nameId}
          autoComplete="off"
          maxLength={30}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            write(event.target.value);
          }}
        />
      </div>
      <div className={css.fileLine}>
        <Button
          id={id}
          disabled={busy || !drawn}
          loading={busy && drawn}
          onClick={() => pad.current && canvas.current && onDone(canvas.current)}
        >
          {t("forms.signature.done")}
        </Button>
        <Button
          type="text"
          disabled={!drawn}
          onClick={() => {
            setTyped("");
            clear();
          }}
        >
          {t("forms.signature.clear")}
        </Button>
      </div>
    </div>
  );
}

/** The library's drawing on a canvas that is as sharp as the screen and follows its size. */
function usePad() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let here = true;
    let watch: ResizeObserver | null = null;
    void import("signature_pad").then(({ default: Library }) => {
      const paper = canvas.current;
      if (!here || !paper) return;
      const made = new Library(paper, { penColor: INK, backgroundColor: PAPER });
      pad.current = made;
      made.addEventListener("endStroke", () => setDrawn(true));
      const follow = () => {
        const strokes = made.toData();
        const ratio = Math.max(window.devicePixelRatio, 1);
        paper.width = paper.offsetWidth * ratio;
        paper.height = paper.offsetHeight * ratio;
        paper.getContext("2d")?.scale(ratio, ratio);
        made.clear();
        made.fromData(strokes);
      };
      follow();
      watch = new ResizeObserver(follow);
      watch.observe(paper);
    });
    return () => {
      here = false;
      watch?.disconnect();
      pad.current?.off();
      pad.current = null;
    };
  }, []);
  const clear = () => {
    pad.current?.clear();
    setDrawn(false);
  };
  const write = (name: string) => {
    const paper = canvas.current;
    const context = paper?.getContext("2d");
    pad.current?.clear();
    setDrawn(name.trim() !== "");
    if (!paper || !context) return;
    const size = Math.min(48, (paper.offsetWidth * 0.9) / Math.max(name.length, 1));
    context.font = `italic ${size}px KaiTi, STKaiti, "Segoe Script", cursive, serif`;
    context.fillStyle = INK;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(name, paper.offsetWidth / 2, paper.offsetHeight / 2);
  };
  return { canvas, pad, drawn, clear, write };
}
