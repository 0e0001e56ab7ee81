import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { api } from "@/api/http";
import type { ReportTo } from "@/api/report-template-types";
import type { Conversation, Page } from "@/api/types";
import { titleOf } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { useNames, useRoles } from "@/ui/forms/designer/use-names";
import { MembersField } from "@/ui/members-field";
import css from "@/ui/template-editor.module.css";
import { RuleGroup, SwitchRow } from "./rule-group";
import type { RulesProps } from "./rules-step";

const LEVELS = [1, 2, 3, 4, 5];

/** To whom every report goes, and whether its author may add people. */
export function RecipientRules({ rules, set, flawOf }: RulesProps) {
  const { t } = useText();
  const roles = useRoles();
  const { members, levels, roles: chosenRoles, conversations, choose } = rules.recipients;
  useNames(members);
  const change = (changes: Partial<ReportTo>) => set({ recipients: { ...rules.recipients, ...changes } });
  const offered = [...new Set([...LEVELS, ...levels])].sort((one, other) => one - other);
  return (
    <section className={css.form} aria-label={t("reportDesign.to.title")}>
      <RuleGroup label={t("reportDesign.to.levels")}>
        <Select<number[]>
          mode="multiple"
          aria-label={t("reportDesign.to.levels")}
          value={levels}
          options={offered.map((level) => ({
            value: level,
            label: t(level === 1 ? "reportDesign.to.direct" : "reportDesign.to.level", { level }),
          }))}
          onChange={(next) => change({ levels: [...next].sort((one, other) => one - other) })}
        />
      </RuleGroup>
      <RuleGroup label={t("reportDesign.to.members")}>
        <MembersField label={t("reportDesign.to.members")} ids={members} onChange={(ids) => change({ members: ids })} />
      </RuleGroup>
      <RuleGroup label={t("reportDesign.to.roles")}>
        <Select<number[]>
          mode="multiple"
          aria-label={t("reportDesign.to.roles")}
          showSearch={{ optionFilterProp: "label" }}
          value={chosenRoles}
          options={roles.map((role) => ({ value: role.id, label: role.name }))}
          onChange={(next) => change({ roles: next })}
        />
      </RuleGroup>
      <GroupsField value={conversations} onChange={(ids) => change({ conversations: ids })} />
      <SwitchRow
        label={t("reportDesign.to.choose")}
        help={t("reportDesign.to.chooseHelp")}
        value={choose}
        onChange={(on) => change({ choose: on })}
      />
      {flawOf("recipients", "members", "roles", "levels", "conversations")}
    </section>
  );
}

const MOST_SHOWN = 100;

/** Groups of the editor; those that he is not in stay chosen without their names. */
function GroupsField({ value, onChange }: { value: number[]; onChange: (ids: number[]) => void }) {
  const { t } = useText();
  const known = useQuery({
    queryKey: ["report-groups"],
    queryFn: () => api.get<Page<Conversation>>("/api/conversations", { limit: MOST_SHOWN }),
  });
  const groups = (known.data?.items ?? []).filter((each) => each.kind === "GROUP");
  const ids = new Set(groups.map(({ id }) => id));
  const others = value.filter((id) => !ids.has(id));
  return (
    <RuleGroup label={t("reportDesign.to.groups")} help={t("reportDesign.to.groupsHelp")}>
      <Select<number[]>
        mode="multiple"
        aria-label={t("reportDesign.to.groups")}
        showSearch={{ optionFilterProp: "label" }}
        value={value}
        options={[
          ...groups.map((each) => ({ value: each.id, label: titleOf(each, t) })),
          ...others.map((id) => ({ value: id, label: t("reportDesign.to.otherGroup") })),
        ]}
        onChange={onChange}
      />
    </RuleGroup>
  );
}
