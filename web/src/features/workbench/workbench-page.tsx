import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { functionsFor, type WorkFunction } from "./functions";
import css from "./workbench-page.module.css";

/** A grid of what this person can do. */
export function WorkbenchPage() {
  const { t } = useText();
  const session = useSession();
  const { member, org } = session;
  return (
    <div className={css.page}>
      <div className={css.column}>
        <header className={css.head}>
          <h1 className={css.title}>{t("workbench.hello", { name: member.name })}</h1>
          <p className={css.company}>{org.name}</p>
        </header>
        {functionsFor(session, org.settings).map((group) => (
          <section key={group.name} className={css.group} aria-labelledby={`workbench-${group.name}`}>
            <h2 className={css.groupName} id={`workbench-${group.name}`}>
              {t(`workbench.groups.${group.name}`)}
            </h2>
            <ul className={css.grid}>
              {group.functions.map((each) => (
                <li key={each.name}>
                  <FunctionTile function={each} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function FunctionTile({ function: { name, href, icon } }: { function: WorkFunction }) {
  const { t } = useText();
  return (
    <Tile href={href}>
      <span className={css.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={css.lines}>
        <span className={css.name}>{t(`workbench.items.${name}.name`)}</span>
        <span className={css.text}>{t(`workbench.items.${name}.text`)}</span>
      </span>
    </Tile>
  );
}

function Tile({ href, children }: { href: string; children: ReactNode }) {
  if (href.startsWith("/admin")) {
    return (
      <a className={css.tile} href={href}>
        {children}
      </a>
    );
  }
  return (
    <Link className={css.tile} to={href as "/contacts"}>
      {children}
    </Link>
  );
}
