import { Tabs } from "antd";
import type { Field, FieldKind, FormDefinition } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { ColumnsEditor } from "./columns-editor";
import { ConditionEditor } from "./condition-editor";
import { DefaultRow } from "./default-row";
import css from "./designer.module.css";
import { FieldIcon } from "./field-icons";
import { flawWords } from "./flaw-words";
import { changeField, findField, listOf, MOST_HELP, MOST_LABEL, type Path, split } from "./form-edit";
import type { FormFlaw } from "./form-flaws";
import { KindRows } from "./kind-rows";
import { SwitchRow, TextRow } from "./panel-rows";
import { fieldSubjects } from "./subjects";
import { usePart } from "./use-part";

export interface PanelProps {
  form: FormDefinition;
  path: Path;
  change: (update: (form: FormDefinition) => FormDefinition, group?: string) => void;
  flaws: readonly FormFlaw[];
  taken: ReadonlySet<string>;
  kinds: readonly FieldKind[];
  templates: readonly { id: number; name: string }[];
  onChoose: (path: Path) => void;
}

const NEVER_FILLED = new Set<FieldKind>(["NOTE", "FORMULA", "SERIAL"]);

/** Everything about the chosen field: what it says, what it takes, when it is shown. */
export function FieldPanel(props: PanelProps) {
  const { form, path, flaws } = props;
  const { t } = useText();
  const field = findField(form, path);
  if (!field) return <p className={css.quiet}>{t("formDesign.chooseField")}</p>;
  const { table } = split(path);
  const own = flaws.filter((flaw) => flaw.path === path);
  const tabs = [
    { key: "field", label: t("formDesign.tab.field"), children: <Properties {...props} field={field} table={table} /> },
    { key: "when", label: t("formDesign.tab.when"), children: <Visibility {...props} field={field} table={table} /> },
  ];
  return (
    <section className={css.panel} aria-label={t("formDesign.panel")}>
      <p className={css.panelKind}>
        <FieldIcon kind={field.kind} /> {t(`formDesign.kind.${field.kind}`)}
      </p>
      {own.map((flaw) => (
        <p key={flaw.code} className={css.flaw} role="alert">
          {flawWords(t, flaw)}
        </p>
      ))}
      <Tabs size="small" items={tabs} />
    </section>
  );
}

type FieldProps = PanelProps & { field: Field };

function Properties(props: FieldProps & { table: string | null }) {
  const { form, path, change, field, table } = props;
  const { t } = useText();
  const set = (changes: Partial<Field>, group?: string) =>
    change((now) => changeField(now, path, changes), group && `${path}:${group}`);
  return (
    <div className={css.panelRows}>
      <TextRow
        label={t("formDesign.label")}
        value={field.label}
        max={MOST_LABEL}
        flawed={field.label.trim() === ""}
        onChange={(label) => set({ label }, "label")}
      />
      {field.kind === "NOTE" ? (
        <TextRow
          label={t("formDesign.noteText")}
          value={field.text}
          max={2000}
          lines={4}
          onChange={(text) => set({ text }, "text")}
        />
      ) : (
        <TextRow
          label={t("formDesign.help")}
          help={t("formDesign.helpHelp")}
          value={field.help}
          max={MOST_HELP}
          lines={2}
          onChange={(help) => set({ help: help || null }, "help")}
        />
      )}
      {!NEVER_FILLED.has(field.kind) && (
        <SwitchRow label={t("formDesign.required")} value={field.required} onChange={(required) => set({ required })} />
      )}
      <KindRows form={form} field={field} table={table} set={set} templates={props.templates} />
      {field.kind === "TABLE" && <ColumnsEditor {...props} field={field} />}
      {table === null && <DefaultRow field={field} set={set} />}
      {field.kind !== "NOTE" && table === null && (
        <SwitchRow
          label={t("formDesign.printable")}
          value={field.printable ?? true}
          onChange={(printable) => set({ printable })}
        />
      )}
      <p className={css.quiet}>{t("formDesign.key", { key: path })}</p>
    </div>
  );
}

function Visibility({ form, path, change, field, table }: FieldProps & { table: string | null }) {
  const { t } = useText();
  const part = usePart();
  // In a row of a table its own cells come first.
  const row = table === null ? [] : fieldSubjects(listOf(form, table), part, field.key);
  const inRow = new Set([...row.map(({ subject }) => subject), field.key]);
  const outside = fieldSubjects(form.fields, part, table ?? field.key).filter(({ subject }) => !inRow.has(subject));
  const subjects = [...row, ...outside];
  return (
    <div className={css.panelRows}>
      <p className={css.quiet}>{t("formDesign.whenHelp")}</p>
      <ConditionEditor
        value={field.visibleIf}
        subjects={subjects}
        onChange={(visibleIf) => change((now) => changeField(now, path, { visibleIf }), `${path}:when`)}
      />
    </div>
  );
}
