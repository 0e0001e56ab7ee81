import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined, HolderOutlined } from "@ant-design/icons";
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import type { Field } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import css from "./designer.module.css";
import { FieldIcon } from "./field-icons";
import { flawWords } from "./flaw-words";
import { type Path, pathOf } from "./form-edit";
import type { FormFlaw } from "./form-flaws";

interface Props {
  field: Field;
  flaws: readonly FormFlaw[];
  chosen: Path | null;
  onChoose: (path: Path) => void;
  onMove: (by: number) => void;
  first: boolean;
  last: boolean;
  onCopy: () => void;
  onRemove: () => void;
}

export function CanvasCard({ field, flaws, chosen, onChoose, onMove, first, last, onCopy, onRemove }: Props) {
  const { t } = useText();
  const sortable = useSortable({ id: field.key });
  const name = field.label || t(`formDesign.kind.${field.kind}`);
  const own = flaws.find(({ path }) => path === field.key) ?? flaws[0];
  return (
    <li
      ref={sortable.setNodeRef}
      className={css.card}
      data-chosen={chosen === field.key || undefined}
      data-flawed={own !== undefined || undefined}
      data-dragging={sortable.isDragging || undefined}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
    >
      <button
        type="button"
        className={css.handle}
        {...sortable.attributes}
        {...sortable.listeners}
        aria-label={t("formDesign.drag", { name })}
      >
        <HolderOutlined />
      </button>
      <button
        type="button"
        className={css.cardMain}
        aria-pressed={chosen === field.key}
        onClick={() => onChoose(field.key)}
      >
        <span className={css.cardLabel}>
          {name}
          {field.required && (
            <>
              <span className={css.star} aria-hidden="true">
                *
              </span>
              <span className="visually-hidden">{t("formDesign.required")}</span>
            </>
          )}
        </span>
        <span className={css.cardKind}>
          <FieldIcon kind={field.kind} /> {t(`formDesign.kind.${field.kind}`)}
          {field.visibleIf && ` · ${t("formDesign.conditional")}`}
        </span>
        {own && <span className={css.flaw}>{flawWords(t, own)}</span>}
      </button>
      <span className={css.cardActs}>
        <IconButton
          size="small"
          icon={<ArrowUpOutlined />}
          label={t("formDesign.up", { name })}
          disabled={first}
          onClick={() => onMove(-1)}
        />
        <IconButton
          size="small"
          icon={<ArrowDownOutlined />}
          label={t("formDesign.down", { name })}
          disabled={last}
          onClick={() => onMove(1)}
        />
        <IconButton size="small" icon={<CopyOutlined />} label={t("formDesign.copy", { name })} onClick={onCopy} />
        <IconButton
          size="small"
          icon={<DeleteOutlined />}
          label={t("formDesign.remove", { name })}
          onClick={onRemove}
        />
      </span>
      {field.kind === "TABLE" && (
        <ul className={css.columns}>
          {(field.columns ?? []).map((column) => {
            const path = pathOf(field.key, column.key);
            return (
              <li key={column.key}>
                <button
                  type="button"
                  className={css.column}
                  aria-pressed={chosen === path}
                  data-flawed={flaws.some((flaw) => flaw.path === path) || undefined}
                  onClick={() => onChoose(path)}
                >
                  <FieldIcon kind={column.kind} /> {column.label || t(`formDesign.kind.${column.kind}`)}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
