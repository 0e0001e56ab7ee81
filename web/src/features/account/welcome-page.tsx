import { BankOutlined, CompassOutlined } from "@ant-design/icons";
import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { AccountFrame } from "./account-frame";
import { CreateCompanyForm } from "./create-company-form";
import { SampleCompany } from "./sample-company";
import { enter, useSetup } from "./use-account";
import css from "./welcome-page.module.css";

type Choice = "create" | "sample" | null;

/** The first thing anybody sees of Qiao: two clear ways to begin. */
export function WelcomePage() {
  const { t } = useText();
  const setup = useSetup();
  const [choice, setChoice] = useState<Choice>(null);
  const back = () => setChoice(null);
  if (setup.isPending) {
    return (
      <AccountFrame title={t("account.welcome.title")} lead={t("account.welcome.checking")}>
        <Skeleton active />
      </AccountFrame>
    );
  }
  if (setup.isError) {
    return (
      <AccountFrame title={t("account.welcome.title")}>
        <Alert
          type="error"
          showIcon
          title={problemText(t, setup.error)}
          action={<Button onClick={() => void setup.refetch()}>{t("account.none.refresh")}</Button>}
        />
      </AccountFrame>
    );
  }
  if (!setup.data.needed) {
    return (
      <AccountFrame title={t("account.welcome.done")} lead={t("account.welcome.doneHelp")}>
        <Button type="primary" size="large" block onClick={() => enter("/login")}>
          {t("account.login.submit")}
        </Button>
      </AccountFrame>
    );
  }
  if (choice === "create") return <CreateCompanyForm codeRequired={setup.data.codeRequired} onBack={back} />;
  if (choice === "sample") return <SampleCompany codeRequired={setup.data.codeRequired} onBack={back} />;
  return <Choices onChoose={setChoice} />;
}

function Choices({ onChoose }: { onChoose: (choice: Choice) => void }) {
  const { t } = useText();
  return (
    <AccountFrame title={t("account.welcome.title")} lead={t("account.welcome.lead")}>
      <div className={css.choices}>
        <button type="button" className={css.choice} onClick={() => onChoose("create")}>
          <BankOutlined className={css.icon} aria-hidden />
          <span className={css.name}>{t("account.welcome.create")}</span>
          <span className={css.help}>{t("account.welcome.createHelp")}</span>
        </button>
        <button type="button" className={css.choice} onClick={() => onChoose("sample")}>
          <CompassOutlined className={css.icon} aria-hidden />
          <span className={css.name}>{t("account.welcome.sample")}</span>
          <span className={css.help}>{t("account.welcome.sampleHelp")}</span>
        </button>
      </div>
    </AccountFrame>
  );
}
