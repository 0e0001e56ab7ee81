import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { useDebounced } from "@/lib/use-debounced";
import type { Draft, Whom } from "./draft";
import css from "./mass.module.css";
import { foundQuery, ownGroupsQuery, segmentsQuery } from "./use-mass";

interface Props {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

/** Which customers: all, those of a segment, of the filter that was shown, or some by name; or groups. */
export function WhomField({ draft, onChange }: Props) {
  const { t } = useText();
  const segments = useQuery(segmentsQuery).data ?? [];
  const choices: Whom[] = [
    "ALL",
    "SEGMENT",
    ...(draft.filter ? (["FILTER"] as const) : []),
    ...(draft.kind === "PERSONAL" ? (["CHOSEN"] as const) : []),
    "GROUPS",
    ...(draft.kind === "PERSONAL" ? (["CHOSEN_GROUPS"] as const) : []),
  ];
  return (
    <div className={css.field}>
      <label htmlFor="mass-whom">{t("mass.compose.whom")}</label>
      <Select<Whom>
        id="mass-whom"
        value={draft.whom}
        onChange={(whom) => onChange({ whom })}
        options={choices.map((value) => ({ value, label: t(`mass.compose.whoms.${value}`) }))}
      />
      {draft.whom === "SEGMENT" && (
        <Select
          aria-label={t("mass.compose.segment")}
          placeholder={t("mass.compose.segment")}
          notFoundContent={t("mass.compose.noSegment")}
          value={draft.segment}
          onChange={(segment) => onChange({ segment })}
          options={segments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {draft.whom === "CHOSEN" && <ChosenField draft={draft} onChange={onChange} />}
      {draft.whom === "CHOSEN_GROUPS" && <GroupsField draft={draft} onChange={onChange} />}
    </div>
  );
}

function ChosenField({ draft, onChange }: Props) {
  const { t } = useText();
  const [text, setText] = useState("");
  const quiet = useDebounced(text.trim(), 250);
  const found = useQuery(foundQuery(quiet)).data?.items ?? [];
  const known = new Map(draft.chosen.map((each) => [each.relationId, each.name]));
  for (const line of found) known.set(line.relationId, line.remark === "" ? line.name : line.remark);
  return (
    <Select<number[]>
      mode="multiple"
      aria-label={t("mass.compose.chosen")}
      placeholder={t("mass.compose.chosen")}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={draft.chosen.map(({ relationId }) => relationId)}
      onChange={(ids) =>
        onChange({ chosen: ids.map((relationId) => ({ relationId, name: known.get(relationId) ?? "" })) })
      }
      options={[...known].map(([value, label]) => ({ value, label }))}
    />
  );
}

/** Groups that the author owns: others are somebody else's to write to. */
function GroupsField({ draft, onChange }: Props) {
  const { t } = useText();
  const [text, setText] = useState("");
  const quiet = useDebounced(text.trim(), 250);
  const me = useSession().member.id;
  const found = useQuery(ownGroupsQuery(quiet)).data?.items ?? [];
  const known = new Map(draft.groups.map(({ id, title }) => [id, title]));
  for (const group of found) if (group.owner.id === me) known.set(group.id, group.title);
  return (
    <Select<number[]>
      mode="multiple"
      aria-label={t("mass.compose.chosenGroups")}
      placeholder={t("mass.compose.chosenGroups")}
      notFoundContent={t("mass.compose.noGroup")}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={draft.groups.map(({ id }) => id)}
      onChange={(ids) => onChange({ groups: ids.map((id) => ({ id, title: known.get(id) ?? "" })) })}
      options={[...known].map(([value, label]) => ({ value, label }))}
    />
  );
}
