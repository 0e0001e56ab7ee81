import { Button, Form, Input } from "antd";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { AccountFrame } from "./account-frame";
import { LOGIN_PROBLEMS, NewPersonFields } from "./new-person-fields";
import { SetupCodeField } from "./setup-code-field";
import { enter, type NewCompany, useCreateCompany } from "./use-account";
import css from "./welcome-page.module.css";

export function CreateCompanyForm({ codeRequired, onBack }: { codeRequired: boolean; onBack: () => void }) {
  const { t, locale } = useText();
  const create = useCreateCompany();
  const submit = (values: NewCompany) =>
    follow(create.mutateAsync({ ...values, locale }), { onSuccess: () => enter() });
  return (
    <AccountFrame title={t("account.create.companyTitle")} lead={t("account.welcome.createHelp")}>
      <Form layout="vertical" requiredMark={false} size="large" onFinish={submit} scrollToFirstError={{ focus: true }}>
        <Form.Item
          name="companyName"
          label={t("account.create.company")}
          extra={t("account.create.companyHelp")}
          rules={[{ required: true, whitespace: true, message: t("account.required.company") }]}
        >
          <Input autoComplete="organization" maxLength={64} autoFocus />
        </Form.Item>
        <NewPersonFields />
        {codeRequired && <SetupCodeField />}
        <FormProblem error={create.error} fields={LOGIN_PROBLEMS} />
        <div className={css.actions}>
          <Button type="primary" htmlType="submit" block loading={create.isPending}>
            {t("account.create.submit")}
          </Button>
          <Button type="text" block onClick={onBack} disabled={create.isPending}>
            {t("account.welcome.back")}
          </Button>
        </div>
      </Form>
    </AccountFrame>
  );
}
