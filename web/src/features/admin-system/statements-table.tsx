// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: a group that scrolls is no field set
import { useText } from "@/lib/i18n";
import css from "./system-page.module.css";
import type { SlowStatement } from "./use-system";

/** Statements without any value, those that took most time first. */
export function StatementsTable({ statements }: { statements: SlowStatement[] | null }) {
  const { t, locale } = useText();
  const ms = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: value >= 10 ? 0 : 2 });
  return (
    <section className={css.card} aria-labelledby="system-statements">
      <h2 className={css.cardTitle} id="system-statements">
        {t("admin.system.statements")}
      </h2>
      <p className={css.quiet}>
        {t(statements === null ? "admin.system.noStatements" : "admin.system.statementsHelp")}
      </p>
      {statements !== null && (
        <div className={css.scroller} tabIndex={0} role="group" aria-label={t("admin.system.statements")}>
          <table className={css.statements}>
            <thead>
              <tr>
                <th scope="col">{t("admin.system.statement")}</th>
                <th scope="col">{t("admin.system.calls")}</th>
                <th scope="col">{t("admin.system.meanMs")}</th>
                <th scope="col">{t("admin.system.maxMs")}</th>
                <th scope="col">{t("admin.system.totalMs")}</th>
              </tr>
            </thead>
            <tbody>
              {statements.map((each) => (
                <tr key={each.text + each.calls + each.total}>
                  <td title={each.text}>
                    <code className={css.sql}>{each.text}</code>
                  </td>
                  <td>{each.calls.toLocaleString(locale)}</td>
                  <td>{ms(each.mean)}</td>
                  <td>{ms(each.max)}</td>
                  <td>{ms(each.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
