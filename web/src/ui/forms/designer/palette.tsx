import { useDraggable } from "@dnd-kit/core";
import type { FieldKind } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import css from "./designer.module.css";
import { FieldIcon } from "./field-icons";
import { PALETTE } from "./form-edit";

interface Props {
  kinds: readonly FieldKind[];
  disabled: boolean;
  onAdd: (kind: FieldKind) => void;
}

export const NEW = "new:";

/** Every kind of field: a click puts it behind the chosen one, dragging puts it anywhere. */
export function Palette({ kinds, disabled, onAdd }: Props) {
  const { t } = useText();
  return (
    <nav className={css.palette} aria-label={t("formDesign.palette")}>
      {PALETTE.map(({ group, kinds: all }) => {
        const shown = all.filter((kind) => kinds.includes(kind));
        if (shown.length === 0) return null;
        return (
          <section key={group}>
            <h3 className={css.paletteGroup}>{t(`formDesign.groups.${group}`)}</h3>
            <ul className={css.paletteList}>
              {shown.map((kind) => (
                <li key={kind}>
                  <PaletteItem kind={kind} disabled={disabled} onAdd={onAdd} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

interface ItemProps {
  kind: FieldKind;
  disabled: boolean;
  onAdd: (kind: FieldKind) => void;
}

function PaletteItem({ kind, disabled, onAdd }: ItemProps) {
  const { t } = useText();
  // Pointer only: the keyboard adds by pressing the button and then moves the field.
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `${NEW}${kind}`, disabled });
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={css.paletteItem}
      data-dragging={isDragging || undefined}
      disabled={disabled}
      onPointerDown={listeners?.onPointerDown as undefined}
      onClick={() => onAdd(kind)}
    >
      <FieldIcon kind={kind} />
      {t(`formDesign.kind.${kind}`)}
    </button>
  );
}
