import { MoreOutlined, WarningFilled } from "@ant-design/icons";
import { Dropdown } from "antd";
import type { ForkNode, Way } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { conditionText } from "@/ui/forms/designer/condition-text";
import { IconButton } from "@/ui/icon-button";
import { useDesign } from "./design-context";
import { freshIds } from "./new-nodes";
import css from "./route.module.css";
import { copyWay, isDefault, moveWay, removeWay } from "./route-tree";

interface Props {
  fork: ForkNode;
  way: Way;
  index: number;
}

/** The card at the head of a way: its priority and its condition. */
export function WayCard({ fork, way, index }: Props) {
  const { t } = useText();
  const { change, chosen, onChoose, flawOf, subjects, names } = useDesign();
  const last = isDefault(fork, index);
  const branch = fork.kind === "BRANCH";
  const name = way.name || t(last ? "approvalDesign.default" : "approvalDesign.way", { number: index + 1 });
  const flaw = flawOf(way.id);
  const text = conditionText(t, way.when, subjects, names);
  const body = !branch ? t("approvalDesign.parallelText") : last ? t("approvalDesign.defaultText") : text;
  const ends = branch ? fork.ways.length - 2 : fork.ways.length - 1;
  const items = [
    { key: "left", label: t("approvalDesign.earlier"), disabled: last || index === 0 },
    { key: "right", label: t("approvalDesign.later"), disabled: last || index >= ends },
    { key: "copy", label: t("approvalDesign.copy") },
    { key: "remove", label: t("approvalDesign.remove"), danger: true, disabled: last },
  ];
  const act = (key: string) => {
    if (key === "left") change((route) => moveWay(route, way.id, -1));
    else if (key === "right") change((route) => moveWay(route, way.id, 1));
    else if (key === "copy") change((route) => copyWay(route, way.id, freshIds(route)));
    else {
      onChoose(null);
      change((route) => removeWay(route, way.id));
    }
  };
  return (
    <article
      className={css.wayCard}
      data-chosen={chosen === way.id || undefined}
      data-flawed={flaw !== null || undefined}
      data-node={way.id}
      aria-label={name}
    >
      <header className={css.cardHead}>
        <span className={css.cardName}>{name}</span>
        {branch && !last && <span className={css.priority}>{t("approvalDesign.priority", { number: index + 1 })}</span>}
        {flaw !== null && <WarningFilled className={css.warning} aria-hidden />}
        <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
          <IconButton size="small" icon={<MoreOutlined />} label={t("approvalDesign.more", { name })} />
        </Dropdown>
      </header>
      <button type="button" className={css.cardBody} aria-pressed={chosen === way.id} onClick={() => onChoose(way.id)}>
        <span className="visually-hidden">{t("approvalDesign.edit", { name })}</span>
        <span className={body === "" ? css.missing : undefined} hidden={body === "" && flaw !== null}>
          {body || t("approvalDesign.missing.condition")}
        </span>
        {flaw !== null && <span className={css.flaw}>{flaw}</span>}
      </button>
    </article>
  );
}
