import { CloseOutlined, LinkOutlined, ReadOutlined, ShoppingOutlined, UpOutlined } from "@ant-design/icons";
import type { AttachedKind } from "@/api/attachment-types";
import { useText } from "@/lib/i18n";
import { FileIcon } from "@/ui/file-icon";
import { IconButton } from "@/ui/icon-button";
import css from "./attachments.module.css";
import { type Item, keyOf } from "./items";

const SIGNS: Record<Exclude<AttachedKind, "FILE">, typeof LinkOutlined> = {
  LINK: LinkOutlined,
  PRODUCT: ShoppingOutlined,
  MATERIAL: ReadOutlined,
};

interface Props {
  items: readonly Item[];
  /** Missing: it is only looked at. */
  onMove?: (index: number) => void;
  onRemove?: (index: number) => void;
  /** Opens one, where that can be done. */
  onOpen?: (item: Item) => void;
}

/** What is attached, in the order in which it arrives. */
export function AttachmentRows({ items, onMove, onRemove, onOpen }: Props) {
  const { t } = useText();
  if (items.length === 0) return null;
  return (
    <ol className={css.rows} aria-label={t("attach.list")}>
      {items.map((item, index) => (
        <li key={keyOf(item)} className={css.row}>
          <AttachmentPreview item={item} onOpen={onOpen} />
          {onMove && index > 0 && (
            <IconButton
              size="small"
              icon={<UpOutlined />}
              label={t("attach.forward", { name: item.title })}
              onClick={() => onMove(index)}
            />
          )}
          {onRemove && (
            <IconButton
              size="small"
              icon={<CloseOutlined />}
              label={t("attach.remove", { name: item.title })}
              onClick={() => onRemove(index)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

/** As the customer sees it, more or less: picture, title, and what it is. */
export function AttachmentPreview({ item, onOpen }: { item: Item; onOpen?: (item: Item) => void }) {
  const { t } = useText();
  const { kind } = item.body;
  const title = item.title === "" ? t("attach.gone") : item.title;
  return (
    <>
      {item.picture ? (
        <img className={css.picture} src={item.picture} alt="" loading="lazy" />
      ) : (
        <span className={css.picture}>
          <Sign kind={kind} name={item.title} />
        </span>
      )}
      <span className={css.words}>
        {onOpen && kind === "FILE" ? (
          <button type="button" className={css.open} onClick={() => onOpen(item)}>
            {title}
          </button>
        ) : (
          <span className={css.cut}>{title}</span>
        )}
        <span className={css.small}>
          {[t(`attach.kinds.${kind}`), item.there ? item.about : t("attach.withdrawn")].filter(Boolean).join(" · ")}
        </span>
      </span>
    </>
  );
}

function Sign({ kind, name }: { kind: AttachedKind; name: string }) {
  if (kind === "FILE") return <FileIcon name={name} size={32} />;
  const Icon = SIGNS[kind];
  return <Icon />;
}
