import { MoreOutlined, WarningFilled } from "@ant-design/icons";
import { Dropdown } from "antd";
import type { RouteNode } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { useDesign } from "./design-context";
import { freshIds } from "./new-nodes";
import { NodeIcon } from "./node-icons";
import { nodeText } from "./node-text";
import css from "./route.module.css";
import { copyNode, moveNode, removeNode } from "./route-tree";

interface Props {
  node: RouteNode;
  index: number;
  last: boolean;
  way: string | null;
}

export function NodeCard({ node, index, last, way }: Props) {
  const { t } = useText();
  const { fields, names, chosen, onChoose, flawOf, moving, setMoving, change } = useDesign();
  const kind = t(`approvalDesign.kind.${node.kind}`);
  const name = node.name || kind;
  const text = nodeText(t, node, fields, names);
  const flaw = flawOf(node.id);
  const items = [
    { key: "up", label: t("approvalDesign.up"), disabled: index === 0 },
    { key: "down", label: t("approvalDesign.down"), disabled: last },
    { key: "move", label: t("approvalDesign.move") },
    { key: "copy", label: t("approvalDesign.copy") },
    { key: "remove", label: t("approvalDesign.remove"), danger: true },
  ];
  const act = (key: string) => {
    if (key === "up") change((route) => moveNode(route, node.id, { way, index: index - 1 }));
    else if (key === "down") change((route) => moveNode(route, node.id, { way, index: index + 2 }));
    else if (key === "move") setMoving(node.id);
    else if (key === "copy") change((route) => copyNode(route, node.id, freshIds(route)));
    else {
      onChoose(null);
      change((route) => removeNode(route, node.id));
    }
  };
  return (
    <article
      className={css.card}
      data-kind={node.kind}
      data-chosen={chosen === node.id || undefined}
      data-flawed={flaw !== null || undefined}
      data-moving={moving === node.id || undefined}
      data-node={node.id}
      aria-label={name}
    >
      <header className={css.cardHead}>
        <NodeIcon kind={node.kind} />
        <span className={css.cardName}>{name}</span>
        {flaw !== null && <WarningFilled className={css.warning} aria-hidden />}
        <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
          <IconButton size="small" icon={<MoreOutlined />} label={t("approvalDesign.more", { name })} />
        </Dropdown>
      </header>
      <button
        type="button"
        className={css.cardBody}
        aria-pressed={chosen === node.id}
        onClick={() => onChoose(node.id)}
      >
        <span className="visually-hidden">{t("approvalDesign.edit", { name })}</span>
        <span className={text === null ? css.missing : undefined} hidden={text === null && flaw !== null}>
          {text ?? t(`approvalDesign.missing.${missing(node)}`)}
        </span>
        {flaw !== null && <span className={css.flaw}>{flaw}</span>}
      </button>
    </article>
  );
}

function missing(node: RouteNode): "who" | "wait" | "hook" {
  if (node.kind === "DELAY") return "wait";
  return node.kind === "WEBHOOK" ? "hook" : "who";
}
