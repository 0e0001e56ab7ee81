import { MoreOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import type { ForkNode } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { useDesign } from "./design-context";
import { freshIds } from "./new-nodes";
import { copyNode, removeNode } from "./route-tree";

/** What can be done with a fork as a whole. */
export function ForkMenu({ fork, name }: { fork: ForkNode; name: string }) {
  const { t } = useText();
  const { change, onChoose, setMoving } = useDesign();
  const act = (key: string) => {
    if (key === "move") setMoving(fork.id);
    else if (key === "copy") change((route) => copyNode(route, fork.id, freshIds(route)));
    else {
      onChoose(null);
      change((route) => removeNode(route, fork.id));
    }
  };
  const items = [
    { key: "move", label: t("approvalDesign.move") },
    { key: "copy", label: t("approvalDesign.copyFork") },
    { key: "remove", label: t("approvalDesign.removeFork"), danger: true },
  ];
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
      <IconButton size="small" icon={<MoreOutlined />} label={t("approvalDesign.more", { name })} />
    </Dropdown>
  );
}
