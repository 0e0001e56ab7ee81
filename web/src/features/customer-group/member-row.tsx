import { EllipsisOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Dropdown } from "antd";
import type { CustomerGroup, GroupPerson } from "@/api/customer-group-types";
import { nameOf } from "@/api/people";
import { type Translate, useText } from "@/lib/i18n";
import { day, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/icon-button";
import { OutsideBadge } from "@/ui/outside-badge";
import { StateTag } from "@/ui/state-tag";
import css from "./group.module.css";
import { useMemberMenu } from "./use-member-menu";

interface Props {
  group: CustomerGroup;
  person: GroupPerson;
}

/** Somebody in a group: what he is there, whose customer he is, what can be done. */
export function MemberRow({ group, person }: Props) {
  const { t, locale } = useText();
  const menu = useMemberMenu(group, person);
  const { id, name, staff, role, joinedAt, mutedUntil } = person;
  const muted = mutedUntil !== null && Date.parse(mutedUntil) > Date.now();
  const facts = [t("customerGroup.people.since", { date: day(joinedAt, locale) }), ...(staff ? [] : about(person, t))];
  return (
    <div className={css.row}>
      <Avatar person={person} size={36} />
      <span className={css.words}>
        <span className={css.nameLine}>
          <span className={css.name}>
            {staff ? (
              name
            ) : (
              <Link to="/customers/$customerId" params={{ customerId: String(id) }}>
                {name}
              </Link>
            )}
          </span>
          {!staff && <OutsideBadge />}
          {role !== "MEMBER" && <StateTag tone="good">{t(`customerGroup.people.roles.${role}`)}</StateTag>}
          {muted && (
            <StateTag tone="warn">
              {t("customerGroup.people.mutedUntil", { date: dayAndClock(mutedUntil, locale) })}
            </StateTag>
          )}
        </span>
        <span className={css.small}>{facts.join(" · ")}</span>
      </span>
      {menu.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items: menu }}>
          <IconButton size="small" icon={<EllipsisOutlined />} label={t("customerGroup.people.actions", { name })} />
        </Dropdown>
      )}
    </div>
  );
}

/** How a customer came, and whose he is. */
function about({ via, invitedBy, servedBy }: GroupPerson, t: Translate): string[] {
  const came = via === "INVITED" && invitedBy ? [t("customerGroup.people.invitedBy", { name: nameOf(invitedBy) })] : [];
  if (via === "CODE") came.push(t("customerGroup.people.byCode"));
  const names = servedBy.map(nameOf).join(t("customerGroup.comma"));
  return [...came, names === "" ? t("customerGroup.people.nobodys") : t("customerGroup.people.servedBy", { names })];
}
