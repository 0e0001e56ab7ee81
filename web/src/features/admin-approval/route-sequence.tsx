import type { RouteNode } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { AddSpot } from "./add-spot";
import { NodeCard } from "./node-card";
import css from "./route.module.css";
import { RouteFork } from "./route-fork";
import { isFork } from "./route-tree";

interface Props {
  nodes: readonly RouteNode[];
  way: string | null;
  /** What stands before the first node. */
  start: string;
}

/** Nodes one below the other, with a place to add between all of them. */
export function RouteSequence({ nodes, way, start }: Props) {
  const { t } = useText();
  const nameOf = (node: RouteNode | undefined) => node && (node.name || t(`approvalDesign.kind.${node.kind}`));
  return (
    <div className={css.sequence}>
      <AddSpot spot={{ way, index: 0 }} after={start} />
      {nodes.map((node, index) => (
        <div key={node.id} className={css.sequence}>
          {isFork(node) ? (
            <RouteFork fork={node} />
          ) : (
            <NodeCard node={node} index={index} last={index === nodes.length - 1} way={way} />
          )}
          <AddSpot spot={{ way, index: index + 1 }} after={nameOf(node) ?? start} />
        </div>
      ))}
    </div>
  );
}
