import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useSwitchCompany } from "@/api/company";
import { sessionQuery, useSignOut } from "@/api/session";
import type { Session } from "@/api/types";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { ProblemNote } from "@/ui/problem-note";
import { AccountFrame } from "./account-frame";
import css from "./companies-page.module.css";
import { useFoundCompany } from "./use-account";

/** For somebody who is signed in but works in no company at the moment; also where a further company is founded. */
export function CompaniesPage({ found = false }: { found?: boolean }) {
  const { t } = useText();
  const { data: session, refetch, isFetching } = useQuery(sessionQuery);
  const signOut = useSignOut();
  const [founding, setFounding] = useState(found);
  if (!session) return null;
  if (founding) return <FoundCompany session={session} onBack={() => setFounding(false)} />;
  const name = session.companies.find((company) => company.current)?.name;
  return (
    <AccountFrame
      title={t(
        session.disabled ? "account.none.disabledTitle" : name ? "account.menu.companies" : "account.none.title",
      )}
      lead={session.disabled ? t("account.none.disabledLead") : name ? undefined : t("account.none.lead")}
    >
      <CompanyList session={session} />
      <div className={css.actions}>
        {name && !session.disabled ? (
          <Button type="primary" block href="/">
            {t("account.welcome.back")}
          </Button>
        ) : (
          <Button
            type="primary"
            block
            loading={isFetching}
            onClick={() => refetch().then(() => window.location.assign("/"))}
          >
            {t("account.none.refresh")}
          </Button>
        )}
        <Button block onClick={() => setFounding(true)}>
          {t("account.none.create")}
        </Button>
        <Button type="text" block loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t("account.none.signOut")}
        </Button>
      </div>
    </AccountFrame>
  );
}

function CompanyList({ session }: { session: Session }) {
  const { t } = useText();
  const change = useSwitchCompany();
  if (session.companies.length === 0) return null;
  return (
    <>
      <ProblemNote problem={change.error} />
      <ul className={css.list} aria-label={t("account.menu.companies")}>
        {session.companies.map((company) => (
          <li key={company.orgId}>
            <button
              type="button"
              className={css.company}
              disabled={!company.enabled || change.isPending}
              onClick={() => change.mutate(company.orgId)}
            >
              <span className={css.name}>{company.name}</span>
              {!company.enabled && <span className={css.mark}>{t("account.menu.disabled")}</span>}
              {company.enabled && company.current && <span className={css.mark}>{t("account.menu.current")}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function FoundCompany({ session, onBack }: { session: Session; onBack: () => void }) {
  const { t } = useText();
  const create = useFoundCompany();
  return (
    <AccountFrame title={t("account.create.companyTitle")} lead={t("account.welcome.createHelp")}>
      <Form
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={(values: { name: string; memberName: string }) => create.mutate(values)}
        initialValues={{ memberName: session.member?.name }}
      >
        <Form.Item
          name="name"
          label={t("account.create.company")}
          extra={t("account.create.companyHelp")}
          rules={[{ required: true, whitespace: true, message: t("account.required.company") }]}
        >
          <Input autoComplete="organization" maxLength={64} autoFocus />
        </Form.Item>
        <Form.Item
          name="memberName"
          label={t("account.create.name")}
          rules={[{ required: true, whitespace: true, message: t("account.required.name") }]}
        >
          <Input autoComplete="name" maxLength={80} />
        </Form.Item>
        <FormProblem error={create.error} />
        <div className={css.actions}>
          <Button type="primary" htmlType="submit" block loading={create.isPending || create.isSuccess}>
            {t("account.create.submit")}
          </Button>
          <Button type="text" block onClick={onBack}>
            {t("account.welcome.back")}
          </Button>
        </div>
      </Form>
    </AccountFrame>
  );
}
