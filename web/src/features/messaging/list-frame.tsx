import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { useText } from "@/lib/i18n";
import { readStored, writeStored } from "@/lib/storage";
import css from "./messages-page.module.css";

const LEAST = 240;
const MOST = 400;
const USUAL = 300;
const STEP = 16;

const bounded = (width: number) => Math.min(MOST, Math.max(LEAST, width));

/** The list's column, whose width is kept on this device. */
export function ListFrame({ children }: { children: ReactNode }) {
  const { t } = useText();
  const [width, setWidth] = useState(() => bounded(readStored<number>("listWidth") ?? USUAL));
  const change = (next: number) => {
    setWidth(bounded(next));
    writeStored("listWidth", bounded(next));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    change(event.clientX - left);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") change(width - STEP);
    else if (event.key === "ArrowRight") change(width + STEP);
  };
  return (
    <div className={css.frame} style={{ width }}>
      {children}
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no ruler line */}
      <div
        className={css.handle}
        role="separator"
        aria-orientation="vertical"
        aria-label={t("messaging.list.width")}
        aria-valuenow={width}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
