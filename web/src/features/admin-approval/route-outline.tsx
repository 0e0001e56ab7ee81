import type { Field } from "@/api/form-types";
import type { ForkNode, Route, RouteNode } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { conditionText, membersIn } from "@/ui/forms/designer/condition-text";
import type { Subject } from "@/ui/forms/designer/subjects";
import { type Names, useNames } from "@/ui/forms/designer/use-names";
import css from "@/ui/template-editor.module.css";
import { membersOf, nodeText } from "./node-text";
import { isDefault, isFork, walk } from "./route-tree";
import { useSubjects } from "./use-subjects";

interface Words {
  fields: readonly Field[];
  subjects: readonly Subject[];
  names: Names;
}

/** A route to be read: who comes after whom, ways one below the other. */
export function RouteOutline({ route, fields }: { route: Route; fields: readonly Field[] }) {
  const subjects = useSubjects(fields);
  const nodes = [...walk(route.nodes)].map(({ node }) => node);
  const conditions = nodes.filter(isFork).flatMap((fork) => fork.ways.map((way) => way.when));
  const names = useNames([...membersOf(nodes), ...membersIn(conditions, subjects)]);
  return <Sequence nodes={route.nodes} words={{ fields, subjects, names }} />;
}

function Sequence({ nodes, words }: { nodes: readonly RouteNode[]; words: Words }) {
  const { t } = useText();
  return (
    <ol className={css.outline}>
      {nodes.map((node) => (
        <li key={node.id} className={css.outlineNode}>
          <span>{node.name || t(`approvalDesign.kind.${node.kind}`)}</span>
          {isFork(node) ? (
            <Ways fork={node} words={words} />
          ) : (
            <span className={css.quiet}>{nodeText(t, node, words.fields, words.names)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Ways({ fork, words }: { fork: ForkNode; words: Words }) {
  const { t } = useText();
  return (
    <ul className={css.outlineWays}>
      {fork.ways.map((way, index) => {
        const last = isDefault(fork, index);
        const text = fork.kind === "BRANCH" && !last && conditionText(t, way.when, words.subjects, words.names);
        return (
          <li key={way.id}>
            <span>{way.name || t(last ? "approvalDesign.default" : "approvalDesign.way", { number: index + 1 })}</span>
            {text && <span className={css.quiet}> {text}</span>}
            {way.nodes.length > 0 && <Sequence nodes={way.nodes} words={words} />}
          </li>
        );
      })}
    </ul>
  );
}
