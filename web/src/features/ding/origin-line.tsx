import { AuditOutlined, FileTextOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import type { DingOrigin } from "@/api/ding-types";
import { addressOf } from "@/lib/addresses";
import { useText } from "@/lib/i18n";
import css from "./ding-detail.module.css";

const ICONS = { APPROVAL: <AuditOutlined aria-hidden="true" />, REPORT: <FileTextOutlined aria-hidden="true" /> };

/** What a DING is about; a link where the app has a page for it. */
export function OriginLine({ origin, onOpen }: { origin: DingOrigin; onOpen?: () => void }) {
  const { t } = useText();
  const text = t(`ding.detail.origins.${origin.source}`, { title: origin.title });
  const address = addressOf(origin.source, origin.id);
  return (
    <p className={css.origin}>
      {ICONS[origin.source]}
      {address === null ? (
        <span>{text}</span>
      ) : (
        <Link to={address} onClick={onOpen}>
          {text}
        </Link>
      )}
    </p>
  );
}
