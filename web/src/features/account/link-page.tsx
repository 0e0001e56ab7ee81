import { Button, Form, Result, Skeleton } from "antd";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { dayAndClock } from "@/lib/times";
import { FormProblem } from "@/ui/form-problem";
import { AccountFrame } from "./account-frame";
import { LOGIN_PROBLEMS } from "./new-person-fields";
import { NewPasswordField } from "./password-field";
import { enter, type LinkView, useLink, useRedeemLink } from "./use-account";
import css from "./welcome-page.module.css";

/** A one-time link from an administrator (new password) or from the server's start (sign in at once). */
export function LinkPage({ token }: { token: string }) {
  const { t } = useText();
  const link = useLink(token);
  if (link.isPending) {
    return (
      <AccountFrame title={t("account.link.login")}>
        <Skeleton active />
      </AccountFrame>
    );
  }
  if (link.isError) return <DeadLink error={link.error} />;
  return <LiveLink token={token} link={link.data} />;
}

function LiveLink({ token, link }: { token: string; link: LinkView }) {
  const { t, locale } = useText();
  const redeem = useRedeemLink(token);
  const reset = link.purpose === "RESET";
  const submit = ({ password }: { password?: string }) => redeem.mutate({ password }, { onSuccess: () => enter() });
  if (redeem.error instanceof Problem && [404, 410].includes(redeem.error.status))
    return <DeadLink error={redeem.error} />;
  return (
    <AccountFrame
      title={t(reset ? "account.link.reset" : "account.link.login")}
      lead={t(reset ? "account.link.resetLead" : "account.link.loginLead", { name: link.name })}
    >
      {link.companyName && <p>{t("account.link.company", { company: link.companyName })}</p>}
      <Form layout="vertical" requiredMark={false} size="large" onFinish={submit}>
        {reset && <NewPasswordField login="" />}
        <FormProblem error={redeem.error} fields={LOGIN_PROBLEMS} />
        <Button type="primary" htmlType="submit" block loading={redeem.isPending || redeem.isSuccess}>
          {reset ? t("account.link.resetSubmit") : t("account.link.loginSubmit", { name: link.name })}
        </Button>
      </Form>
      <p className={css.note}>{t("account.link.expires", { time: dayAndClock(link.expiresAt, locale) })}</p>
    </AccountFrame>
  );
}

function DeadLink({ error }: { error: unknown }) {
  const { t } = useText();
  const status = error instanceof Problem ? error.status : 0;
  const gone = status === 410;
  const known = gone || status === 404;
  const title = known ? t(gone ? "account.link.goneTitle" : "account.link.unknownTitle") : problemText(t, error);
  const help = known ? t(gone ? "account.link.goneHelp" : "account.link.unknownHelp") : undefined;
  return (
    <AccountFrame title={title} lead={help}>
      <Result
        status={known ? "warning" : "error"}
        extra={
          <Button type="primary" onClick={() => enter("/login")}>
            {t("account.link.toLogin")}
          </Button>
        }
      />
    </AccountFrame>
  );
}
