import { Tag } from "antd";
import type { Locale, Member, MemberState } from "@/api/types";
import type { Translate } from "@/lib/i18n";
import { phoneText } from "@/lib/login-text";
import { absolute, day } from "@/lib/times";
import { AdminLink } from "@/ui/admin-link";
import { Avatar } from "@/ui/avatar";
import type { Column } from "@/ui/data-table";
import { StateTag, type Tone } from "@/ui/state-tag";
import css from "./members-page.module.css";

export const COLUMN_NAMES = [
  "name",
  "state",
  "departments",
  "title",
  "phone",
  "email",
  "number",
  "alias",
  "workPlace",
  "grants",
  "createdAt",
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** The name is always there: it opens the member. */
export const STANDARD_COLUMNS: ColumnName[] = ["name", "state", "departments", "title", "phone", "email", "grants"];

const WIDTHS: Record<ColumnName, number> = {
  name: 180,
  state: 104,
  departments: 220,
  title: 140,
  phone: 160,
  email: 220,
  number: 110,
  alias: 110,
  workPlace: 140,
  grants: 130,
  createdAt: 130,
};

const TONES: Record<MemberState, Tone> = { ACTIVE: "good", INVITED: "busy", DISABLED: "bad", LEFT: "quiet" };

export function MemberStateTag({ state, t }: { state: MemberState; t: Translate }) {
  return <StateTag tone={TONES[state]}>{t(`admin.states.${state}`)}</StateTag>;
}

export function memberColumns(
  names: readonly ColumnName[],
  t: Translate,
  locale: Locale,
  search: Record<string, string | number | undefined>,
): Column<Member>[] {
  return COLUMN_NAMES.filter((name) => names.includes(name)).map((key) => ({
    key,
    title: t(`admin.members.column.${key}`),
    width: WIDTHS[key],
    render: (member) => cell(key, member, t, locale, search),
  }));
}

function cell(
  name: ColumnName,
  member: Member,
  t: Translate,
  locale: Locale,
  search: Record<string, string | number | undefined>,
) {
  switch (name) {
    case "name":
      return (
        <AdminLink className={css.person} to="/members" search={{ ...search, member: member.id }}>
          <Avatar person={member} size={28} />
          <span className={css.name}>{member.name}</span>
        </AdminLink>
      );
    case "state":
      return <MemberStateTag state={member.state} t={t} />;
    case "departments":
      return <Text text={member.departments.map((each) => each.path || each.name).join("; ")} />;
    case "phone":
      return <Text text={member.phone ? phoneText(member.phone) : ""} />;
    case "grants":
      return member.grants.map((grant) => <Tag key={grant}>{t(`admin.grants.${grant}`)}</Tag>);
    case "createdAt":
      return <span title={absolute(member.createdAt)}>{day(member.createdAt, locale)}</span>;
    default:
      return <Text text={member[name] ?? ""} />;
  }
}

function Text({ text }: { text: string }) {
  return (
    <span className={css.text} title={text}>
      {text}
    </span>
  );
}
