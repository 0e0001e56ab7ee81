import { useDroppable } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { FormDefinition } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { CanvasCard } from "./canvas-card";
import css from "./designer.module.css";
import { copyField, moveField, type Path, removeField } from "./form-edit";
import type { FormFlaw } from "./form-flaws";

interface Props {
  form: FormDefinition;
  change: (update: (form: FormDefinition) => FormDefinition) => void;
  flaws: readonly FormFlaw[];
  taken: ReadonlySet<string>;
  chosen: Path | null;
  onChoose: (path: Path | null) => void;
}

/** The form as a list of cards that are chosen, moved, copied and removed. */
export function Canvas({ form, change, flaws, taken, chosen, onChoose }: Props) {
  const { t } = useText();
  const { setNodeRef, isOver } = useDroppable({ id: "canvas" });
  const last = form.fields.length - 1;
  return (
    <section
      ref={setNodeRef}
      className={css.canvas}
      data-over={isOver || undefined}
      aria-label={t("formDesign.canvas")}
    >
      <SortableContext items={form.fields.map((field) => field.key)} strategy={verticalListSortingStrategy}>
        <ol className={css.cards}>
          {form.fields.map((field, index) => (
            <CanvasCard
              key={field.key}
              field={field}
              flaws={flaws.filter(({ path }) => path === field.key || path.startsWith(`${field.key}.`))}
              chosen={chosen}
              onChoose={onChoose}
              onMove={(by) => change((now) => moveField(now, field.key, index + by))}
              first={index === 0}
              last={index === last}
              onCopy={() => change((now) => copyField(now, field.key, taken))}
              onRemove={() => {
                onChoose(form.fields[index + 1]?.key ?? form.fields[index - 1]?.key ?? null);
                change((now) => removeField(now, field.key));
              }}
            />
          ))}
        </ol>
      </SortableContext>
      {form.fields.length === 0 && <p className={css.canvasEmpty}>{t("formDesign.empty")}</p>}
    </section>
  );
}
