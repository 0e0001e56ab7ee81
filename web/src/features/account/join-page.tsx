import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Result, Skeleton } from "antd";
import { Problem } from "@/api/http";
import { sessionQuery } from "@/api/session";
import type { Session } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { phoneText } from "@/lib/login-text";
import { problemText } from "@/lib/problem-text";
import { dayAndClock } from "@/lib/times";
import { FormProblem } from "@/ui/form-problem";
import { AccountFrame } from "./account-frame";
import { LOGIN_PROBLEMS, NewPersonFields } from "./new-person-fields";
import { enter, type JoinView, useJoin, useJoinView } from "./use-account";
import css from "./welcome-page.module.css";

/** What an invitation link or its QR code opens. */
export function JoinPage({ token }: { token: string }) {
  const { t } = useText();
  const invitation = useJoinView(token);
  const session = useQuery(sessionQuery);
  if (invitation.isPending || session.isPending) {
    return (
      <AccountFrame title={t("account.join.submit")}>
        <Skeleton active />
      </AccountFrame>
    );
  }
  if (invitation.isError) return <DeadInvitation error={invitation.error} />;
  return <Invitation token={token} invitation={invitation.data} session={session.data ?? null} />;
}

interface Props {
  token: string;
  invitation: JoinView;
  session: Session | null;
}

interface Values {
  name: string;
  login?: string;
  password?: string;
}

function Invitation({ token, invitation, session }: Props) {
  const { t, locale } = useText();
  const join = useJoin(token);
  const { companyName: company } = invitation;
  if (join.data?.state === "PENDING") return <Pending company={company} />;
  if (join.error instanceof Problem && join.error.status === 410) return <DeadInvitation error={join.error} />;
  const submit = (values: Values) =>
    follow(join.mutateAsync(session ? { name: values.name } : { ...values, locale }), {
      onSuccess: (answer) => answer.state === "JOINED" && enter(),
    });
  return (
    <AccountFrame
      title={t("account.join.title", { company })}
      lead={t("account.join.inviter", { name: invitation.inviterName })}
    >
      <Form
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={submit}
        initialValues={{ name: session?.member?.name }}
        scrollToFirstError={{ focus: true }}
      >
        {session ? <SignedInName session={session} /> : <NewPersonFields nameHelp={t("account.join.nameHelp")} />}
        <FormProblem error={join.error} fields={LOGIN_PROBLEMS} />
        <div className={css.actions}>
          <Button type="primary" htmlType="submit" block loading={join.isPending}>
            {t(invitation.approval ? "account.join.submitApproval" : "account.join.submit")}
          </Button>
          {!session && (
            <Button type="text" block href={`/login?next=${encodeURIComponent(`/join/${token}`)}`}>
              {t("account.join.hasAccount")}
            </Button>
          )}
        </div>
      </Form>
      <p className={css.note}>
        {invitation.approval && `${t("account.join.approvalHint")} `}
        {t("account.join.expires", { time: dayAndClock(invitation.expiresAt, locale) })}
      </p>
    </AccountFrame>
  );
}

function SignedInName({ session }: { session: Session }) {
  const { t } = useText();
  const { phone, email } = session.account;
  const login = email ?? (phone ? phoneText(phone) : "");
  return (
    <Form.Item
      name="name"
      label={t("account.join.name")}
      extra={`${t("account.join.asAccount", { login })} ${t("account.join.nameHelp")}`}
      rules={[{ required: true, whitespace: true, message: t("account.required.name") }]}
    >
      <Input autoComplete="name" maxLength={80} autoFocus />
    </Form.Item>
  );
}

function Pending({ company }: { company: string }) {
  const { t } = useText();
  return (
    <AccountFrame title={t("account.join.pendingTitle")} lead={t("account.join.pendingHelp", { company })}>
      <Result status="success" extra={<Button onClick={() => enter("/login")}>{t("account.link.toLogin")}</Button>} />
    </AccountFrame>
  );
}

function DeadInvitation({ error }: { error: unknown }) {
  const { t } = useText();
  const dead = error instanceof Problem && [404, 410].includes(error.status);
  return (
    <AccountFrame
      title={dead ? t("account.join.goneTitle") : problemText(t, error)}
      lead={dead ? t("account.join.goneHelp") : undefined}
    >
      <Result
        status={dead ? "warning" : "error"}
        extra={
          <Button type="primary" onClick={() => enter("/")}>
            {t("account.link.toLogin")}
          </Button>
        }
      />
    </AccountFrame>
  );
}
