import { useState } from "react";
import { initials } from "@/ui/initials";
import { AVATAR_COLOURS } from "@/ui/palette";
import css from "./visit.module.css";

interface Props {
  id: number;
  name: string;
  avatar: string | null;
  size: number;
}

/** A person's photo, else the name's last characters on a colour that stays theirs. Decorative: the name stands beside it. */
export function Face({ id, name, avatar, size }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  const photo = avatar !== null && avatar !== broken ? avatar : null;
  const background = photo ? undefined : AVATAR_COLOURS[Math.abs(id) % AVATAR_COLOURS.length];
  return (
    <span
      className={css.face}
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: Math.round(size * 0.34), background }}
    >
      {photo ? (
        <img src={photo} alt="" width={size} height={size} onError={() => setBroken(photo)} />
      ) : (
        initials(name || "?")
      )}
    </span>
  );
}
