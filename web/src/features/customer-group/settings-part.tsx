import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Form, InputNumber } from "antd";
import type { CustomerGroupSettings } from "@/api/customer-group-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./group.module.css";
import { settingsQuery, useChange } from "./use-groups";

const NUMBERS = [
  ["most", 3, 500],
  ["perOwner", 1, 1_000],
  ["welcomeSeconds", 0, 3_600],
] as const;

/** What holds for all groups of the company. */
export function SettingsPart() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(settingsQuery);
  return (
    <>
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons count={3} label={t("customerGroup.loading")} />}
      {data && <SettingsForm settings={data} />}
    </>
  );
}

function SettingsForm({ settings }: { settings: CustomerGroupSettings }) {
  const { t } = useText();
  const { message } = App.useApp();
  const save = useChange((body: CustomerGroupSettings) => api.put("/api/admin/customer-groups/settings", body));
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className={css.form}
      initialValues={settings}
      onFinish={(body) =>
        follow(save.mutateAsync(body), { onSuccess: () => void message.success(t("customerGroup.saved")) })
      }
    >
      {NUMBERS.map(([name, min, max]) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`customerGroup.settings.${name}`)}
          rules={[{ required: true, message: t("customerGroup.numberNeeded") }]}
        >
          <InputNumber min={min} max={max} precision={0} />
        </Form.Item>
      ))}
      <Form.Item name="membersMayOpen" valuePropName="checked">
        <Checkbox>{t("customerGroup.settings.membersMayOpen")}</Checkbox>
      </Form.Item>
      <FormProblem error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t("customerGroup.save")}
      </Button>
    </Form>
  );
}
