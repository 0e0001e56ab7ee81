import { PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useText } from "@/lib/i18n";
import { useDesign } from "./design-context";
import { NODE_KINDS } from "./new-nodes";
import { NodeIcon } from "./node-icons";
import css from "./route.module.css";
import { moveNode, type Spot } from "./route-tree";

/** The line between two nodes, with the + that puts a node there, or the place where a moved node goes. */
export function AddSpot({ spot, after }: { spot: Spot; after: string }) {
  const { t } = useText();
  const { add, moving, setMoving, change } = useDesign();
  if (moving !== null) {
    return (
      <div className={css.spot}>
        <Button
          size="small"
          type="dashed"
          aria-label={t("approvalDesign.moveHere", { after })}
          onClick={() => {
            change((route) => moveNode(route, moving, spot));
            setMoving(null);
          }}
        >
          {t("approvalDesign.here")}
        </Button>
      </div>
    );
  }
  return (
    <div className={css.spot}>
      <Dropdown
        trigger={["click"]}
        placement="bottom"
        menu={{
          items: NODE_KINDS.map((kind) => ({
            key: kind,
            icon: <NodeIcon kind={kind} />,
            label: t(`approvalDesign.kind.${kind}`),
            onClick: () => add(spot, kind),
          })),
        }}
      >
        <button type="button" className={css.plus} aria-label={t("approvalDesign.addAfter", { after })}>
          <PlusOutlined />
        </button>
      </Dropdown>
    </div>
  );
}
