import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import type { Condition, Group, Op, Test } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { ConditionValues } from "./condition-values";
import css from "./designer.module.css";
import { OPS_OF, type Subject } from "./subjects";

const MOST_GROUPS = 10;
const MOST_TESTS = 10;

interface Props {
  value: Condition | null | undefined;
  onChange: (value: Condition | null) => void;
  subjects: readonly Subject[];
}

/** "All of these, or all of those": groups of tests. Without any test there is no condition. */
export function ConditionEditor({ value, onChange, subjects }: Props) {
  const { t } = useText();
  const groups = value?.any ?? [];
  const change = (next: Group[]) => {
    const any = next.filter((group) => group.all.length > 0);
    onChange(any.length === 0 ? null : { any });
  };
  const first = subjects[0];
  if (!first) return <p className={css.quiet}>{t("formDesign.condition.noSubjects")}</p>;
  const changeTests = (index: number, all: Test[]) =>
    change(groups.map((group, place) => (place === index ? { all } : group)));
  return (
    <div className={css.condition}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity but their place
        <div key={index}>
          {index > 0 && <p className={css.or}>{t("formDesign.condition.orAll")}</p>}
          <div className={css.conditionGroup}>
            {group.all.map((test, place) => (
              <TestRow
                // biome-ignore lint/suspicious/noArrayIndexKey: tests have no identity but their place
                key={place}
                name={t("formDesign.condition.test", { group: index + 1, number: place + 1 })}
                test={test}
                subjects={subjects}
                onChange={(next) =>
                  changeTests(
                    index,
                    group.all.map((each, at) => (at === place ? next : each)),
                  )
                }
                onRemove={() =>
                  changeTests(
                    index,
                    group.all.filter((_, at) => at !== place),
                  )
                }
              />
            ))}
            <Button
              size="small"
              type="link"
              icon={<PlusOutlined />}
              disabled={group.all.length >= MOST_TESTS}
              onClick={() => changeTests(index, [...group.all, testOf(first)])}
            >
              {t("formDesign.condition.addAnd")}
            </Button>
          </div>
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        disabled={groups.length >= MOST_GROUPS}
        onClick={() => change([...groups, { all: [testOf(first)] }])}
      >
        {t(groups.length === 0 ? "formDesign.condition.add" : "formDesign.condition.addOr")}
      </Button>
    </div>
  );
}

function testOf(subject: Subject): Test {
  const op = OPS_OF[subject.shape][0] ?? "FILLED";
  return { subject: subject.subject, op, values: [] };
}

interface RowProps {
  name: string;
  test: Test;
  subjects: readonly Subject[];
  onChange: (test: Test) => void;
  onRemove: () => void;
}

function TestRow({ name, test, subjects, onChange, onRemove }: RowProps) {
  const { t } = useText();
  const subject = subjects.find((each) => each.subject === test.subject);
  const options = subjects.map((each) => ({ value: each.subject, label: each.label }));
  const ops = subject ? OPS_OF[subject.shape] : [test.op];
  return (
    <fieldset className={css.test} aria-label={name}>
      <Select
        className={css.testSubject}
        aria-label={t("formDesign.condition.subject")}
        status={subject ? undefined : "error"}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        value={subject ? test.subject : undefined}
        placeholder={t("formDesign.condition.gone")}
        options={options}
        onChange={(next) => {
          const chosen = subjects.find((each) => each.subject === next);
          if (chosen) onChange(testOf(chosen));
        }}
      />
      <Select<Op>
        className={css.testOp}
        aria-label={t("formDesign.condition.op")}
        popupMatchSelectWidth={false}
        value={test.op}
        options={ops.map((op) => ({
          value: op,
          label: t(subject?.shape === "day" ? `formDesign.dayOp.${op}` : `formDesign.op.${op}`),
        }))}
        onChange={(op) => onChange({ ...test, op, values: fitting(test, op) })}
      />
      <span className={css.testValues}>
        {subject && (
          <ConditionValues test={test} subject={subject} onChange={(values) => onChange({ ...test, values })} />
        )}
      </span>
      <IconButton
        size="small"
        icon={<DeleteOutlined />}
        label={t("formDesign.condition.remove", { name })}
        onClick={onRemove}
      />
    </fieldset>
  );
}

const MANY = new Set<Op>(["ANY_OF", "ALL_OF", "IS"]);

/** Values that the next operation can still use. */
function fitting(test: Test, op: Op): string[] {
  if (op === "EMPTY" || op === "FILLED") return [];
  if (op === "BETWEEN") return [test.values[0] ?? "", test.values[1] ?? ""];
  return MANY.has(op) && MANY.has(test.op) ? test.values : test.values.slice(0, 1);
}
