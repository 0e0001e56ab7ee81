import { AppstoreOutlined, AuditOutlined, FileTextOutlined, NotificationOutlined } from "@ant-design/icons";
import { type ReactNode, useState } from "react";
import type { Card } from "@/api/types";
import css from "./avatar.module.css";
import { initials } from "./initials";
import { AVATAR_COLOURS } from "./palette";

type Face = Pick<Card, "id" | "name" | "avatar" | "app">;

/** Pictures of the apps that speak. */
const APPS: Record<string, ReactNode> = {
  approval: <AuditOutlined />,
  ding: <NotificationOutlined />,
  report: <FileTextOutlined />,
};

interface Props {
  person: Face;
  size?: number;
}

/** A person's photo, else the name's last characters on a colour that stays theirs. Decorative: the name stands beside it. */
export function Avatar({ person, size = 40 }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  const photo = person.avatar !== null && person.avatar !== broken ? person.avatar : null;
  const colour = AVATAR_COLOURS[Math.abs(person.id) % AVATAR_COLOURS.length];
  if (person.app) {
    return (
      <span className={css.app} aria-hidden="true" style={{ width: size, height: size, fontSize: size * 0.5 }}>
        {APPS[person.app] ?? <AppstoreOutlined />}
      </span>
    );
  }
  return (
    <span
      className={css.avatar}
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: Math.round(size * 0.34), background: photo ? undefined : colour }}
    >
      {photo ? (
        <img src={photo} alt="" width={size} height={size} loading="lazy" onError={() => setBroken(photo)} />
      ) : (
        <span>{initials(person.name)}</span>
      )}
    </span>
  );
}

/** Four faces in one square, as DingTalk draws a group. */
export function GroupAvatar({ faces, size = 40 }: { faces: Face[]; size?: number }) {
  const shown = faces.slice(0, 4);
  const only = shown[0];
  if (only && shown.length === 1) return <Avatar person={only} size={size} />;
  return (
    <span className={css.group} aria-hidden="true" data-count={shown.length} style={{ width: size, height: size }}>
      {shown.map((face) => (
        <span
          key={face.id}
          className={css.part}
          style={{
            background: AVATAR_COLOURS[Math.abs(face.id) % AVATAR_COLOURS.length],
            fontSize: Math.round(size * 0.24),
          }}
        >
          {face.avatar ? <img src={face.avatar} alt="" loading="lazy" /> : initials(face.name).slice(-1)}
        </span>
      ))}
    </span>
  );
}
