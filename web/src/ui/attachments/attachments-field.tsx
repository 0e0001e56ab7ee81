import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useRef, useState } from "react";
import { useText } from "@/lib/i18n";
import { type Sending, useUploads } from "@/ui/forms/use-uploads";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { AttachmentRows } from "./attachment-rows";
import css from "./attachments.module.css";
import { ATTACHED_MOST, fileItem, type Item, moved, withMore } from "./items";
import { LinkDialog } from "./link-dialog";
import { MaterialPick } from "./material-pick";
import { ProductPick } from "./product-pick";

const WAYS = ["file", "link", "product", "material"] as const;
type Way = (typeof WAYS)[number];

interface Props {
  items: Item[];
  disabled?: boolean;
  /** Takes what there is then: several files may arrive one after the other. */
  onChange: (next: (before: Item[]) => Item[]) => void;
  /** Something is on its way, or did not arrive. */
  onSending: (sending: boolean) => void;
}

/** What follows a text: uploads, links, products and what the library has, nine at most. */
export function AttachmentsField({ items, disabled, onChange, onSending }: Props) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<Way | null>(null);
  const add = (...more: Item[]) => onChange((before) => withMore(before, more));
  const uploads = useUploads((file, picture) => add(fileItem(file, picture)), onSending);
  const room = ATTACHED_MOST - items.length - uploads.list.length;
  const close = () => setAsked(null);
  const take = (item: Item) => {
    add(item);
    close();
  };
  return (
    <div className={css.field}>
      <AttachmentRows
        items={items}
        onMove={disabled ? undefined : (index) => onChange((before) => moved(before, index))}
        onRemove={disabled ? undefined : (index) => onChange((before) => before.filter((_, at) => at !== index))}
      />
      <Uploads list={uploads.list} onRemove={uploads.remove} />
      {!disabled && (
        <div className={css.bar}>
          <Dropdown
            trigger={["click"]}
            disabled={room <= 0}
            menu={{
              items: WAYS.map((way) => ({ key: way, label: t(`attach.add.${way}`) })),
              onClick: ({ key }) => (key === "file" ? input.current?.click() : setAsked(key as Way)),
            }}
          >
            <Button icon={<PlusOutlined />}>{t("attach.add.title")}</Button>
          </Dropdown>
          <span className={css.small}>{t("attach.most", { count: ATTACHED_MOST })}</span>
        </div>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("attach.add.file")}
        className={css.hidden}
        onChange={({ target }) => {
          uploads.start([...(target.files ?? [])].slice(0, room));
          target.value = "";
        }}
      />
      {asked === "link" && <LinkDialog onDone={take} onClose={close} />}
      {asked === "product" && <ProductPick onDone={take} onClose={close} />}
      {asked === "material" && <MaterialPick onDone={take} onClose={close} />}
    </div>
  );
}

function Uploads({ list, onRemove }: { list: readonly Sending[]; onRemove: (key: number) => void }) {
  const { t } = useText();
  if (list.length === 0) return null;
  return (
    <ul className={css.rows}>
      {list.map(({ key, name, part, problem }) => (
        <li key={key} className={css.row}>
          <span className={css.cut}>{name}</span>
          {problem ? <ProblemNote problem={problem} /> : <span role="status">{Math.round(part * 100)} %</span>}
          <IconButton
            size="small"
            icon={<CloseOutlined />}
            label={t("attach.remove", { name })}
            onClick={() => onRemove(key)}
          />
        </li>
      ))}
    </ul>
  );
}
