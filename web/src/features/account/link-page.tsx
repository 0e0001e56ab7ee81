import { Button, Form, Input, Result, Skeleton } from "antd";
import { Problem } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { dayAndClock } from "@/lib/times";
import { FormProblem } from "@/ui/form-problem";
import { AccountFrame } from "./account-frame";
import { LOGIN_PROBLEMS } from "./new-person-fields";
import { NewPasswordField } from "./password-field";
import { enter, type LinkView, useLink, useRedeemLink } from "./use-account";
import css from "./welcome-page.module.css";

/** A one-time link from an administrator (new password, or the present one to join) or from the server's start (sign in at once). */
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

const KINDS = { RESET: "reset", LOGIN: "login", JOIN: "join" } as const;

function LiveLink({ token, link }: { token: string; link: LinkView }) {
  const { t, locale } = useText();
  const redeem = useRedeemLink(token);
  const kind = KINDS[link.purpose];
  const submit = ({ password }: { password?: string }) =>
    follow(redeem.mutateAsync({ password }), { onSuccess: () => enter() });
  if (redeem.error instanceof Problem && [404, 410].includes(redeem.error.status))
    return <DeadLink error={redeem.error} />;
  return (
    <AccountFrame title={t(`account.link.${kind}`)} lead={t(`account.link.${kind}Lead`, { name: link.name })}>
      {link.companyName && <p>{t("account.link.company", { company: link.companyName })}</p>}
      <Form layout="vertical" requiredMark={false} size="large" onFinish={submit}>
        {kind === "reset" && <NewPasswordField login="" />}
        {kind === "join" && <PresentPasswordField />}
        <FormProblem error={redeem.error} fields={LOGIN_PROBLEMS} />
        <Button type="primary" htmlType="submit" block loading={redeem.isPending || redeem.isSuccess}>
          {t(`account.link.${kind}Submit`, { name: link.name })}
        </Button>
      </Form>
      <p className={css.note}>{t("account.link.expires", { time: dayAndClock(link.expiresAt, locale) })}</p>
    </AccountFrame>
  );
}

/** Who already has a login shows with its password that the invited member is the same person. */
function PresentPasswordField() {
  const { t } = useText();
  return (
    <Form.Item
      name="password"
      label={t("account.login.password")}
      rules={[{ required: true, message: t("account.required.password") }]}
    >
      <Input.Password autoComplete="current-password" maxLength={128} />
    </Form.Item>
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
