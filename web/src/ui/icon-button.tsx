import { Tooltip } from "antd";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { useMedia } from "@/lib/media";
import css from "./icon-button.module.css";

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children" | "aria-label"> {
  icon: ReactNode;
  /** Says what the button does: its accessible name and its tooltip. */
  label: string;
  size?: "small" | "normal";
  active?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, size = "normal", active, className, ...rest }: Props) {
  // A finger leaves no hint behind that hangs over what it opened.
  const touch = useMedia("(hover: none)");
  return (
    <Tooltip title={touch ? null : label} mouseEnterDelay={0.5}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={active}
        {...rest}
        className={[css.button, size === "small" && css.small, className].filter(Boolean).join(" ")}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
