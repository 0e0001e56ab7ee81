import { RightOutlined } from "@ant-design/icons";
import { useSwitchCompany } from "@/api/company";
import { useSession, useSignOut } from "@/api/session";
import { useText } from "@/lib/i18n";
import { hasAdminPlace } from "@/lib/rights";
import { Avatar } from "@/ui/avatar";
import { ProblemNote } from "@/ui/problem-note";
import css from "./settings-page.module.css";

/** Who I am and where: the top of the phone's "Me" tab. */
export function MeCard() {
  const { member, org } = useSession();
  return (
    <header className={css.me}>
      <Avatar person={member} size={60} />
      <div>
        <h1 className={css.meName}>{member.name}</h1>
        <p className={css.small}>{[member.title, org.name].filter(Boolean).join(" · ")}</p>
      </div>
    </header>
  );
}

/** What the rail's menu holds on wide screens: other companies, administration, signing out. */
export function MeActions() {
  const { t } = useText();
  const session = useSession();
  const { companies, org } = session;
  const change = useSwitchCompany();
  const signOut = useSignOut();
  return (
    <>
      <ProblemNote problem={change.error ?? signOut.error} />
      {companies.length > 1 && (
        <ul className={css.sections} aria-label={t("settings.me.companies")}>
          {companies.map((company) => (
            <li key={company.orgId}>
              <button
                type="button"
                className={css.entry}
                aria-current={company.orgId === org.id}
                disabled={!company.enabled || company.orgId === org.id}
                onClick={() => change.mutate(company.orgId)}
              >
                {company.name}
                {company.orgId === org.id && <span className={css.small}>{t("settings.me.current")}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className={css.sections}>
        {hasAdminPlace(session) && (
          <li>
            <a className={css.entry} href="/admin/">
              {t("settings.me.admin")}
              <RightOutlined aria-hidden />
            </a>
          </li>
        )}
        <li>
          <button type="button" className={css.entry} onClick={() => signOut.mutate()}>
            {t("settings.me.signOut")}
          </button>
        </li>
      </ul>
    </>
  );
}
