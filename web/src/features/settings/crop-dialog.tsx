import { Modal, Slider } from "antd";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useText } from "@/lib/i18n";
import { clampView, type Size, scaleOf, sourceSquare, type View, ZOOM_MAX } from "./crop";
import css from "./crop-dialog.module.css";

const WINDOW = 280;
const RESULT = 512;
const STEP = 10;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

interface Props {
  image: HTMLImageElement;
  busy: boolean;
  onUse: (square: Blob) => void;
  onCancel: () => void;
}

/** Lets the person choose the square of a photo; what leaves the browser is 512 × 512 pixels. */
export function CropDialog({ image, busy, onUse, onCancel }: Props) {
  const { t } = useText();
  const size: Size = { width: image.naturalWidth, height: image.naturalHeight };
  const [view, setView] = useState<View>({ zoom: 1, x: 0, y: 0 });
  const grip = useRef<{ x: number; y: number; view: View } | null>(null);
  const look = (next: View) => setView(clampView(size, WINDOW, next));
  const drag = (event: PointerEvent) => {
    const from = grip.current;
    if (from) look({ ...view, x: from.view.x + event.clientX - from.x, y: from.view.y + event.clientY - from.y });
  };
  const press = (event: KeyboardEvent) => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    look({ ...view, x: view.x + step[0], y: view.y + step[1] });
  };
  const use = async () => {
    const square = await draw(image, size, view);
    if (square) onUse(square);
  };
  const scale = scaleOf(size, WINDOW, view.zoom);
  return (
    <Modal
      open
      width={360}
      title={t("settings.profile.crop")}
      okText={t("settings.profile.use")}
      cancelText={t("settings.cancel")}
      confirmLoading={busy}
      onOk={() => void use()}
      onCancel={onCancel}
    >
      <p className={css.help}>{t("settings.profile.cropHelp")}</p>
      <div
        className={css.window}
        style={{ width: WINDOW, height: WINDOW }}
        role="application"
        aria-label={t("settings.profile.crop")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the photo
        tabIndex={0}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { x: event.clientX, y: event.clientY, view };
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          grip.current = null;
        }}
      >
        <img
          src={image.src}
          alt=""
          draggable={false}
          className={css.image}
          style={{
            width: size.width * scale,
            height: size.height * scale,
            transform: `translate(calc(-50% + ${view.x}px), calc(-50% + ${view.y}px))`,
          }}
        />
        <span className={css.ring} />
      </div>
      <Slider
        min={1}
        max={ZOOM_MAX}
        step={0.05}
        value={view.zoom}
        ariaLabelForHandle={t("settings.profile.zoom")}
        tooltip={{ formatter: null }}
        onChange={(zoom) => look({ ...view, zoom })}
      />
    </Modal>
  );
}

function draw(image: HTMLImageElement, size: Size, view: View): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = RESULT;
  canvas.height = RESULT;
  const context = canvas.getContext("2d");
  if (!context) return Promise.resolve(null);
  const { left, top, side } = sourceSquare(size, WINDOW, view);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, RESULT, RESULT);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, left, top, side, side, 0, 0, RESULT, RESULT);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
}
