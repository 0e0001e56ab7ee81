import { FileImageOutlined, MessageOutlined, TeamOutlined } from "@ant-design/icons";
import { Button, Form, Progress } from "antd";
import { useEffect, useState } from "react";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { AccountFrame } from "./account-frame";
import { LOGIN_PROBLEMS } from "./new-person-fields";
import { SetupCodeField } from "./setup-code-field";
import { enter, useLoadSample } from "./use-account";
import css from "./welcome-page.module.css";

export function SampleCompany({ codeRequired, onBack }: { codeRequired: boolean; onBack: () => void }) {
  const { t, locale } = useText();
  const load = useLoadSample();
  const submit = ({ code }: { code?: string }) =>
    follow(load.mutateAsync({ code, locale }), { onSuccess: () => enter() });
  const busy = load.isPending || load.isSuccess;
  return (
    <AccountFrame title={t("account.welcome.sample")} lead={t("account.welcome.sampleHelp")}>
      <ul className={css.contents}>
        <li>
          <TeamOutlined aria-hidden />
          {t("account.welcome.sampleContents.people")}
        </li>
        <li>
          <MessageOutlined aria-hidden />
          {t("account.welcome.sampleContents.talk")}
        </li>
        <li>
          <FileImageOutlined aria-hidden />
          {t("account.welcome.sampleContents.read")}
        </li>
      </ul>
      <Form layout="vertical" requiredMark={false} size="large" onFinish={submit}>
        {codeRequired && <SetupCodeField />}
        <FormProblem error={load.error} fields={LOGIN_PROBLEMS} />
        {busy && <Loading />}
        <div className={css.actions}>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t("account.welcome.sampleButton")}
          </Button>
          <Button type="text" block onClick={onBack} disabled={busy}>
            {t("account.welcome.back")}
          </Button>
        </div>
      </Form>
      <p className={css.note}>{t("account.welcome.sampleLater")}</p>
    </AccountFrame>
  );
}

/** The server answers once, when all is loaded; the bar follows the usual time and waits at the end. */
function Loading() {
  const { t } = useText();
  const [percent, setPercent] = useState(4);
  useEffect(() => {
    const timer = setInterval(() => setPercent((now) => now + (96 - now) * 0.06), 300);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={css.progress} role="status">
      <Progress
        percent={Math.round(percent)}
        showInfo={false}
        status="active"
        aria-label={t("account.welcome.sample")}
      />
      <span>{t("account.welcome.sampleLoading")}</span>
    </div>
  );
}
