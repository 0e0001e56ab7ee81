import { App, Button, Form, Input } from "antd";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { passwordFlaw } from "@/lib/password-rules";
import { FormProblem } from "@/ui/form-problem";
import css from "./settings-page.module.css";
import { useChangePassword } from "./use-settings";

interface Values {
  current?: string;
  next: string;
}

const PROBLEMS = {
  "account.wrong_password": "current",
  "account.password_required": "current",
  "account.password_too_short": "next",
  "account.password_too_long": "next",
  "account.password_is_login": "next",
  "account.password_too_common": "next",
};

export function PasswordForm() {
  const { t } = useText();
  const { message } = App.useApp();
  const { account } = useSession();
  const [form] = Form.useForm<Values>();
  const change = useChangePassword();
  const flawOf = (value: string) =>
    passwordFlaw(value, account.email ?? "") ?? passwordFlaw(value, account.phone ?? "");
  const submit = (values: Values) =>
    follow(change.mutateAsync(values), {
      onSuccess: () => {
        form.resetFields();
        void message.success(t("settings.security.changed"));
      },
    });
  return (
    <Form form={form} name="password" className={css.form} layout="vertical" requiredMark={false} onFinish={submit}>
      {account.hasPassword && (
        <Form.Item
          name="current"
          label={t("settings.security.current")}
          rules={[{ required: true, message: t("settings.security.currentNeeded") }]}
        >
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
      )}
      <Form.Item
        name="next"
        label={t("settings.security.next")}
        extra={t("settings.security.rules")}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t("settings.security.nextNeeded") },
          {
            validator: (_, value?: string) => {
              const flaw = value ? flawOf(value) : null;
              return flaw ? Promise.reject(new Error(t(`settings.security.flaw.${flaw}`))) : Promise.resolve();
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <FormProblem error={change.error} fields={PROBLEMS} />
      <Button htmlType="submit" loading={change.isPending}>
        {t("settings.security.change")}
      </Button>
    </Form>
  );
}
