import { Drawer, Input, Tabs } from "antd";
import type { RouteNode } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { ApproversEditor } from "./approvers-editor";
import { AskingRules } from "./asking-rules";
import { useDesign } from "./design-context";
import { FieldRightsTable } from "./field-rights-table";
import { DelayEditor, WebhookEditor } from "./machine-editors";
import css from "./route.module.css";
import { changeNode, findNode, findWay, isFork } from "./route-tree";
import { WayEditor } from "./way-editor";

/** The chosen node or way, to be edited beside the drawing. */
export function NodeDrawer() {
  const { t } = useText();
  const phone = usePhone();
  const { route, chosen, onChoose } = useDesign();
  const node = chosen === null ? null : (findNode(route, chosen)?.node ?? null);
  const way = chosen === null || node ? null : findWay(route, chosen);
  const kind = node ? t(`approvalDesign.kind.${node.kind}`) : t("approvalDesign.wayTitle");
  return (
    <Drawer
      open={node !== null || way !== null}
      onClose={() => onChoose(null)}
      title={kind}
      size={phone ? "100%" : 384}
      getContainer={phone ? undefined : false}
      rootClassName={css.drawer}
      rootStyle={phone ? undefined : { position: "absolute" }}
      mask={phone}
      styles={{ body: { paddingTop: 12 } }}
    >
      {node && !isFork(node) && <NodeEditor key={node.id} node={node} />}
      {way && <WayEditor key={way.way.id} found={way} />}
    </Drawer>
  );
}

function NodeEditor({ node }: { node: RouteNode }) {
  const { t } = useText();
  const { change } = useDesign();
  const set = (changes: Partial<RouteNode>, group?: string) =>
    change(
      (now) => changeNode(now, node.id, (each) => ({ ...each, ...changes }) as RouteNode),
      group && `${node.id}:${group}`,
    );
  const name = (
    <Input
      aria-label={t("approvalDesign.name")}
      maxLength={40}
      placeholder={t(`approvalDesign.kind.${node.kind}`)}
      value={node.name ?? ""}
      onChange={(event) => set({ name: event.target.value || null }, "name")}
    />
  );
  return (
    <div className={css.editor}>
      {name}
      <NodeTabs node={node} set={set} />
    </div>
  );
}

interface TabsProps {
  node: RouteNode;
  set: (changes: Partial<RouteNode>, group?: string) => void;
}

function NodeTabs({ node, set }: TabsProps) {
  const { t } = useText();
  switch (node.kind) {
    case "APPROVE":
    case "HANDLE":
      return (
        <Tabs
          items={[
            {
              key: "who",
              label: t(node.kind === "APPROVE" ? "approvalDesign.tab.approvers" : "approvalDesign.tab.handlers"),
              children: (
                <ApproversEditor
                  value={node.approvers}
                  onChange={(approvers) => set({ approvers } as Partial<RouteNode>, "approvers")}
                />
              ),
            },
            { key: "rules", label: t("approvalDesign.tab.rules"), children: <AskingRules node={node} set={set} /> },
            {
              key: "fields",
              label: t("approvalDesign.tab.fields"),
              children: <FieldRightsTable value={node.fields} edit onChange={(fields) => set({ fields })} />,
            },
          ]}
        />
      );
    case "CC":
      return (
        <Tabs
          items={[
            {
              key: "who",
              label: t("approvalDesign.tab.people"),
              children: (
                <ApproversEditor
                  value={node.people}
                  onChange={(people) => set({ people } as Partial<RouteNode>, "people")}
                />
              ),
            },
            {
              key: "fields",
              label: t("approvalDesign.tab.fields"),
              children: <FieldRightsTable value={node.fields} edit={false} onChange={(fields) => set({ fields })} />,
            },
          ]}
        />
      );
    case "DELAY":
      return <DelayEditor node={node} set={set} />;
    case "WEBHOOK":
      return <WebhookEditor node={node} set={set} />;
    default:
      return null;
  }
}
