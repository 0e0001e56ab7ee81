import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { loginKind } from "@/lib/login-text";
import { FormProblem } from "@/ui/form-problem";
import css from "./settings-page.module.css";
import { type AccountChange, useSaveAccount } from "./use-settings";

interface Values {
  phone?: string;
  email?: string;
  password: string;
}

const PROBLEMS = { "account.wrong_password": "password", "account.password_required": "password" };

export function LoginsForm() {
  const { t } = useText();
  const { message } = App.useApp();
  const { account } = useSession();
  const save = useSaveAccount();
  const before = { phone: account.phone ?? "", email: account.email ?? "" };
  const [dirty, setDirty] = useState(false);
  const submit = (values: Values) => {
    const change: AccountChange = { password: values.password };
    if ((values.phone ?? "") !== before.phone) change.phone = values.phone?.trim() ?? "";
    if ((values.email ?? "") !== before.email) change.email = values.email?.trim() ?? "";
    save.mutateAsync(change).then(
      () => void message.success(t("form.saved")),
      () => undefined, // shown by FormProblem
    );
  };
  const kindRule = (kind: "phone" | "email") => ({
    validator: (_: unknown, value?: string) =>
      !value || loginKind(value) === kind
        ? Promise.resolve()
        : Promise.reject(new Error(t(`settings.security.${kind}Format`))),
  });
  return (
    <Form<Values>
      name="logins"
      className={css.form}
      layout="vertical"
      requiredMark={false}
      initialValues={before}
      onFinish={submit}
      onValuesChange={(_, { phone, email }) => setDirty(phone !== before.phone || email !== before.email)}
    >
      <Form.Item name="phone" label={t("settings.security.phone")} validateTrigger="onBlur" rules={[kindRule("phone")]}>
        <Input autoComplete="tel" inputMode="tel" maxLength={30} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t("settings.security.email")}
        validateTrigger="onBlur"
        dependencies={["phone"]}
        rules={[
          kindRule("email"),
          ({ getFieldValue }) => ({
            validator: (_, value?: string) =>
              value || getFieldValue("phone")
                ? Promise.resolve()
                : Promise.reject(new Error(t("settings.security.oneNeeded"))),
          }),
        ]}
      >
        <Input autoComplete="email" inputMode="email" maxLength={254} />
      </Form.Item>
      {dirty && (
        <Form.Item
          name="password"
          label={t("settings.security.current")}
          rules={[{ required: true, message: t("settings.security.currentNeeded") }]}
        >
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
      )}
      <FormProblem error={save.error} fields={PROBLEMS} />
      <Button htmlType="submit" disabled={!dirty} loading={save.isPending}>
        {t("form.save")}
      </Button>
    </Form>
  );
}
