import { Checkbox } from "antd";
import type { CustomerLine } from "@/api/customer-types";
import type { Field } from "@/api/form-types";
import { nameOf } from "@/api/people";
import type { Locale } from "@/api/types";
import { type Translate, useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import type { Column } from "@/ui/data-table";
import { ReadValue } from "@/ui/forms/read-value";
import { StateTag } from "@/ui/state-tag";
import css from "./customer.module.css";
import { COLUMNS, type ColumnKey, calledBy, waits } from "./filter";
import { useStages } from "./use-customers";

interface Around {
  t: Translate;
  locale: Locale;
  stageName: (key: string) => string;
}

type Render = (line: CustomerLine, around: Around) => React.ReactNode;

const RENDERS: Record<(typeof COLUMNS)[number], { width: number; render: Render }> = {
  tags: { width: 220, render: (line) => <Tags line={line} /> },
  stage: {
    width: 110,
    render: (line, { stageName }) => <span title={line.lostReason || undefined}>{stageName(line.stage)}</span>,
  },
  company: { width: 140, render: (line) => <Cut text={line.company} /> },
  phones: { width: 140, render: (line) => <Cut text={line.phones.join(", ")} /> },
  member: { width: 120, render: (line) => <Cut text={nameOf(line.member)} /> },
  last: { width: 190, render: (line, around) => <Last line={line} around={around} /> },
  added: {
    width: 130,
    render: (line, { locale }) => <time title={absolute(line.openedAt)}>{dayAndClock(line.openedAt, locale)}</time>,
  },
  level: { width: 110, render: (line, { t }) => t(`customer.levels.${line.level}`) },
  way: { width: 100, render: (line, { t }) => t(`customer.ways.${line.addWay}`) },
};

/** Which relations are picked for doing something with all of them. */
export interface Picks {
  picked: ReadonlySet<number>;
  onPick: (relation: number, picked: boolean) => void;
}

export function useColumns(chosen: ColumnKey[], fields: Field[], picks: Picks, onOpen: (id: number) => void) {
  const { t, locale } = useText();
  const { nameOf: stageName } = useStages();
  const around = { t, locale, stageName };
  const first: Column<CustomerLine> = {
    key: "name",
    title: t("customer.columns.name"),
    width: 224,
    render: (line) => (
      <>
        <Checkbox
          aria-label={t("customer.many.choose", { name: calledBy(line) })}
          checked={picks.picked.has(line.relationId)}
          onChange={({ target }) => picks.onPick(line.relationId, target.checked)}
        />
        <Name line={line} onOpen={onOpen} />
      </>
    ),
  };
  const others = chosen.flatMap((key): Column<CustomerLine>[] => {
    const known = COLUMNS.find((each) => each === key);
    if (known) {
      const { width, render } = RENDERS[known];
      return [{ key, title: t(`customer.columns.${known}`), width, render: (line) => render(line, around) }];
    }
    const field = fields.find((each) => `attribute.${each.key}` === key);
    if (!field) return [];
    return [
      {
        key,
        title: field.label,
        width: 140,
        render: (line) => {
          const value = line.attributes[field.key];
          return value === undefined ? "" : <ReadValue field={field} value={value} />;
        },
      },
    ];
  });
  return [first, ...others];
}

function Name({ line, onOpen }: { line: CustomerLine; onOpen: (id: number) => void }) {
  const { t } = useText();
  const called = calledBy(line);
  const face = { id: line.customerId, name: line.name, alias: null, avatar: null, kind: "CUSTOMER" as const };
  return (
    <button type="button" className={css.name} onClick={() => onOpen(line.customerId)}>
      <Avatar person={face} size={28} />
      <span className={css.names}>
        <span className={css.cut}>{called}</span>
        {called !== line.name && <span className={css.quiet}>{line.name}</span>}
      </span>
      {line.blocked && <StateTag tone="bad">{t("customer.blocked")}</StateTag>}
      {!line.open && !line.blocked && <StateTag tone="quiet">{t("customer.closed")}</StateTag>}
    </button>
  );
}

function Tags({ line }: { line: CustomerLine }) {
  const names = line.tags.map((tag) => tag.name);
  return (
    <span className={css.tags} title={names.join(", ")}>
      {line.tags.map((tag) => (
        <span key={tag.tagId} className={css.tag} data-personal={tag.personal || undefined}>
          {tag.name}
        </span>
      ))}
    </span>
  );
}

function Last({ line, around }: { line: CustomerLine; around: Around }) {
  if (line.lastCustomerAt === null && line.lastStaffAt === null) return null;
  return (
    <span className={css.last}>
      <time title={absolute(line.activeAt)}>{dayAndClock(line.activeAt, around.locale)}</time>
      {waits(line) && <StateTag tone="warn">{around.t("customer.waiting")}</StateTag>}
    </span>
  );
}

function Cut({ text }: { text: string }) {
  return (
    <span className={css.cut} title={text}>
      {text}
    </span>
  );
}
