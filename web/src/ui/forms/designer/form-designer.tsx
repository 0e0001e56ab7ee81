import { PlusOutlined } from "@ant-design/icons";
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { Button, Drawer, Modal } from "antd";
import { useState } from "react";
import { FIELD_KINDS, type FieldKind, type FormDefinition } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { useWide } from "@/lib/media";
import { Canvas } from "./canvas";
import css from "./designer.module.css";
import { FieldPanel } from "./field-panel";
import {
  countFields,
  findField,
  freshKey,
  insertField,
  MOST_FIELDS,
  moveField,
  newField,
  type Path,
  split,
} from "./form-edit";
import type { FormFlaw } from "./form-flaws";
import { FormPreview } from "./form-preview";
import { NEW, Palette } from "./palette";

interface Props {
  form: FormDefinition;
  /** Changes of one group in a row are one step of the history. */
  change: (update: (form: FormDefinition) => FormDefinition, group?: string) => void;
  flaws: readonly FormFlaw[];
  /** Keys that were published: they are not given to new fields. Columns as `table.column`. */
  taken: ReadonlySet<string>;
  /** Heads the preview. */
  title: string;
  kinds?: readonly FieldKind[];
  /** For related approvals: which templates there are. */
  templates?: readonly { id: number; name: string }[];
  chosen: Path | null;
  onChoose: (path: Path | null) => void;
}

/** Draws a form: palette, canvas and properties side by side, or one after the other on a phone. */
export function FormDesigner(props: Props) {
  const { form, change, flaws, taken, title, kinds = FIELD_KINDS, templates = [], chosen, onChoose } = props;
  const { t } = useText();
  const wide = useWide();
  const [dragged, setDragged] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [preview, setPreview] = useState(false);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const full = countFields(form) >= MOST_FIELDS;

  const add = (kind: FieldKind, at?: number) => {
    const table = chosen === null ? null : (split(chosen).table ?? chosen);
    const after = form.fields.findIndex((field) => field.key === table);
    const key = freshKey(kind, form.fields, taken);
    const field = newField(kind, key, t(`formDesign.kind.${kind}`), (number) => t("formDesign.optionName", { number }));
    change((now) => insertField(now, null, at ?? (after < 0 ? now.fields.length : after + 1), field));
    onChoose(key);
    setAdding(false);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    if (!over) return;
    const id = String(active.id);
    const target = form.fields.findIndex((field) => field.key === over.id);
    if (id.startsWith(NEW)) add(id.slice(NEW.length) as FieldKind, target < 0 ? form.fields.length : target);
    else if (target >= 0) change((now) => moveField(now, id, target));
  };
  const panel = chosen !== null && findField(form, chosen) !== undefined && (
    <FieldPanel
      key={chosen}
      form={form}
      path={chosen}
      change={change}
      flaws={flaws}
      taken={taken}
      kinds={kinds}
      templates={templates}
      onChoose={onChoose}
    />
  );
  const palette = <Palette kinds={kinds} disabled={full} onAdd={(kind) => add(kind)} />;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(given) => {
        const within = pointerWithin(given).filter(({ id }) => id !== "canvas");
        if (within.length > 0) return within;
        return given.pointerCoordinates ? pointerWithin(given) : closestCenter(given);
      }}
      accessibility={{ screenReaderInstructions: { draggable: t("formDesign.dragHelp") } }}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDragged(null)}
    >
      <div className={css.designer} data-designer>
        {wide && palette}
        <div className={css.middle}>
          <div className={css.middleBar}>
            {!wide && (
              <Button icon={<PlusOutlined />} disabled={full} onClick={() => setAdding(true)}>
                {t("formDesign.add")}
              </Button>
            )}
            <span className={css.quiet}>{t("formDesign.count", { count: countFields(form) })}</span>
            <Button onClick={() => setPreview(true)}>{t("formDesign.preview")}</Button>
          </div>
          <Canvas form={form} change={change} flaws={flaws} taken={taken} chosen={chosen} onChoose={onChoose} />
        </div>
        {wide && (
          <aside className={css.side}>{panel || <p className={css.quiet}>{t("formDesign.chooseField")}</p>}</aside>
        )}
      </div>
      {!wide && (
        <Drawer
          open={adding}
          onClose={() => setAdding(false)}
          placement="bottom"
          size="70vh"
          title={t("formDesign.add")}
        >
          {palette}
        </Drawer>
      )}
      {!wide && (
        <Drawer
          open={Boolean(panel)}
          onClose={() => onChoose(null)}
          placement="bottom"
          size="80vh"
          title={t("formDesign.panel")}
        >
          {panel}
        </Drawer>
      )}
      <Modal
        open={preview}
        footer={null}
        width={420}
        title={t("formDesign.preview")}
        destroyOnHidden
        onCancel={() => setPreview(false)}
      >
        <FormPreview form={form} title={title} />
      </Modal>
      <DragOverlay dropAnimation={null}>
        {dragged?.startsWith(NEW) && (
          <span className={css.ghost}>{t(`formDesign.kind.${dragged.slice(NEW.length) as FieldKind}`)}</span>
        )}
      </DragOverlay>
    </DndContext>
  );
}
