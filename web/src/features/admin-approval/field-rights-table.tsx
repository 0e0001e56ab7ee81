import { Radio } from "antd";
import type { Field, FieldRight } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { useDesign } from "./design-context";
import css from "./route.module.css";

type Rights = Record<string, FieldRight>;

interface Props {
  value: Rights;
  onChange: (value: Rights) => void;
  /** Whether people of this node may change values at all. */
  edit: boolean;
}

interface Line {
  path: string;
  label: string;
  column: boolean;
  writable: boolean;
}

const NOT_WRITTEN = new Set<Field["kind"]>(["FORMULA", "SERIAL", "NOTE"]);

/** Field by field what somebody who is asked may see and change; what is not named is read. */
export function FieldRightsTable({ value, onChange, edit }: Props) {
  const { t } = useText();
  const { fields } = useDesign();
  const lines = fields.flatMap((field): Line[] => [
    {
      path: field.key,
      label: field.label || t("approvalDesign.rights.note"),
      column: false,
      writable: !NOT_WRITTEN.has(field.kind),
    },
    ...(field.columns ?? []).map((column) => ({
      path: `${field.key}.${column.key}`,
      label: column.label,
      column: true,
      writable: !NOT_WRITTEN.has(column.kind),
    })),
  ]);
  const offered: FieldRight[] = edit ? ["EDIT", "READ", "HIDDEN"] : ["READ", "HIDDEN"];
  const rightOf = ({ path }: Line) => value[path] ?? value[path.split(".")[0] ?? path] ?? "READ";
  const set = (changed: readonly Line[], right: FieldRight) => {
    const next = { ...value };
    for (const line of changed) next[line.path] = right === "EDIT" && !line.writable ? "READ" : right;
    onChange(slim(next));
  };
  if (lines.length === 0) return <p className={css.quiet}>{t("approvalDesign.rights.noFields")}</p>;
  return (
    <table className={css.rights}>
      <thead>
        <tr>
          <th scope="col">{t("approvalDesign.rights.field")}</th>
          {offered.map((right) => (
            <th key={right} scope="col">
              <button
                type="button"
                className={css.all}
                title={t("approvalDesign.rights.all")}
                onClick={() => set(lines, right)}
              >
                {t(`approvalDesign.rights.${right}`)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.path}>
            <th scope="row" className={line.column ? css.columnName : undefined}>
              {line.label}
            </th>
            {offered.map((right) => (
              <td key={right}>
                <Radio
                  name={`right-${line.path}`}
                  aria-label={t("approvalDesign.rights.cell", {
                    field: line.label,
                    right: t(`approvalDesign.rights.${right}`),
                  })}
                  checked={rightOf(line) === right}
                  disabled={right === "EDIT" && !line.writable}
                  onChange={() =>
                    set(line.column ? [line] : lines.filter((each) => each.path.split(".")[0] === line.path), right)
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Without what holds anyway: READ for fields, the table's right for columns. */
function slim(rights: Rights): Rights {
  return Object.fromEntries(
    Object.entries(rights).filter(([path, right]) => {
      const [table = "", column] = path.split(".");
      return right !== (column === undefined ? "READ" : (rights[table] ?? "READ"));
    }),
  );
}
