import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Radio, Skeleton } from "antd";
import type { Member } from "@/api/types";
import { useText } from "@/lib/i18n";
import { DepartmentsSelect } from "@/ui/department-select";
import { FormProblem } from "@/ui/form-problem";
import { ProblemNote } from "@/ui/problem-note";
import css from "./members-page.module.css";
import { type GrantLevel, type Rights, rightsQuery, useSetRights } from "./use-members";

const LEVELS: GrantLevel[] = ["NONE", "SUB_ADMIN", "ADMIN"];

export function RightsForm({ member }: { member: Member }) {
  const { t } = useText();
  const rights = useQuery(rightsQuery(member.id));
  return (
    <section className={css.part} aria-labelledby="member-rights">
      <h2 className={css.partTitle} id="member-rights">
        {t("admin.member.grant")}
      </h2>
      <ProblemNote problem={rights.error} />
      {rights.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {rights.data?.owner && <p className={css.quiet}>{t("admin.member.ownerFixed")}</p>}
      {rights.data && !rights.data.owner && (
        <Levels key={JSON.stringify(rights.data)} member={member} rights={rights.data} />
      )}
    </section>
  );
}

function Levels({ member, rights }: { member: Member; rights: Rights }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ grant: GrantLevel; departmentIds: number[] }>();
  const save = useSetRights(member.id);
  const level: GrantLevel = Form.useWatch("grant", form) ?? rights.grant;
  return (
    <Form
      form={form}
      name="rights"
      layout="vertical"
      requiredMark={false}
      initialValues={{ grant: rights.grant, departmentIds: rights.departmentIds }}
      onFinish={({ grant, departmentIds }) =>
        save.mutateAsync({ grant, departmentIds: grant === "SUB_ADMIN" ? (departmentIds ?? []) : [] }).then(
          () => void message.success(t("admin.member.grantDone", { name: member.name })),
          () => undefined, // shown by FormProblem
        )
      }
    >
      <Form.Item name="grant" label={t("admin.member.grant")} extra={t(`admin.member.grantHelp.${level}`)}>
        <Radio.Group options={LEVELS.map((value) => ({ value, label: t(`admin.grants.${value}`) }))} />
      </Form.Item>
      {level === "SUB_ADMIN" && (
        <Form.Item
          name="departmentIds"
          label={t("admin.member.scope")}
          rules={[{ required: true, type: "array", min: 1, message: t("admin.member.scopeNeeded") }]}
        >
          <DepartmentsSelect />
        </Form.Item>
      )}
      <FormProblem error={save.error} fields={{ "directory.scope_missing": "departmentIds" }} />
      <Button htmlType="submit" loading={save.isPending}>
        {t("admin.member.grantSave")}
      </Button>
    </Form>
  );
}
