import { Checkbox, Form, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import type { GuardRule, GuardRuleBody, RuleAction } from "@/api/customer-group-types";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { FormProblem } from "@/ui/form-problem";
import css from "./group.module.css";
import { GroupsField, type NamedGroup } from "./groups-field";
import { bodyOf, looksForSomething, type RuleValues, valuesOf } from "./rule-values";
import { useChange } from "./use-groups";

const ACTIONS: RuleAction[] = ["WARN", "MUTE", "REMOVE", "BLOCK"];
const SWITCHES = ["links", "phones", "pictures", "qr"] as const;
const MOST_GROUPS = 200;

/** A rule: what it looks for, where, and what follows. */
export function RuleDialog({ edited, onClose }: { edited: GuardRule | null; onClose: () => void }) {
  const { t } = useText();
  const admin = isAdmin(useSession().grants);
  const [form] = Form.useForm<RuleValues>();
  const [groups, setGroups] = useState<NamedGroup[]>(
    edited?.groups.map(
      (id) => edited.named.find((each) => each.id === id) ?? { id, title: t("customerGroup.rules.group", { id }) },
    ) ?? [],
  );
  const needed = { required: true, message: t("customerGroup.numberNeeded") };
  const values = { ...valuesOf(edited), ...Form.useWatch([], form) };
  const save = useChange((body: GuardRuleBody) =>
    edited ? api.put(`/api/customer-group-rules/${edited.id}`, body) : api.post("/api/customer-group-rules", body),
  );
  const submit = () =>
    follow(
      save.mutateAsync(
        bodyOf(
          values,
          groups.map(({ id }) => id),
          edited?.version ?? null,
        ),
      ),
      {
        onSuccess: onClose,
      },
    );
  return (
    <Modal
      open
      title={edited ? t("customerGroup.rules.edit", { name: edited.name }) : t("customerGroup.rules.new")}
      okText={t("customerGroup.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: !looksForSomething(values) || (groups.length === 0 && !admin) }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={valuesOf(edited)} onFinish={submit}>
        <Form.Item
          name="name"
          label={t("customerGroup.rules.name")}
          rules={[{ required: true, whitespace: true, message: t("customerGroup.nameNeeded") }]}
        >
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <Form.Item
          label={t("customerGroup.rules.groups")}
          htmlFor="rule-groups"
          extra={t(admin ? "customerGroup.rules.groupsAdmin" : "customerGroup.rules.groupsHelp")}
        >
          <GroupsField
            id="rule-groups"
            chosen={groups}
            most={MOST_GROUPS}
            placeholder={t(admin ? "customerGroup.rules.everywhere" : "customerGroup.codes.groupsPlaceholder")}
            onChange={setGroups}
          />
        </Form.Item>
        <Form.Item name="words" label={t("customerGroup.rules.words")} extra={t("customerGroup.rules.wordsHelp")}>
          <Select mode="tags" open={false} suffix={null} maxCount={100} tokenSeparators={[",", "，", "、"]} />
        </Form.Item>
        <fieldset className={css.checks}>
          <legend>{t("customerGroup.rules.alsoFor")}</legend>
          {SWITCHES.map((name) => (
            <Form.Item key={name} name={name} valuePropName="checked" noStyle>
              <Checkbox>{t(`customerGroup.rules.switch.${name}`)}</Checkbox>
            </Form.Item>
          ))}
          <Form.Item name="floods" valuePropName="checked" noStyle>
            <Checkbox>{t("customerGroup.rules.switch.flood")}</Checkbox>
          </Form.Item>
        </fieldset>
        {values.links && (
          <Form.Item
            name="allowed"
            label={t("customerGroup.rules.allowed")}
            extra={t("customerGroup.rules.allowedHelp")}
          >
            <Select mode="tags" open={false} suffix={null} maxCount={50} tokenSeparators={[",", " "]} />
          </Form.Item>
        )}
        {values.floods && (
          <div className={css.pair}>
            <Form.Item name="floodMessages" label={t("customerGroup.rules.floodMessages")} rules={[needed]}>
              <InputNumber min={2} max={100} precision={0} />
            </Form.Item>
            <Form.Item name="floodSeconds" label={t("customerGroup.rules.floodSeconds")} rules={[needed]}>
              <InputNumber min={1} max={600} precision={0} />
            </Form.Item>
          </div>
        )}
        <Consequences action={values.action} />
        <Form.Item name="on" valuePropName="checked">
          <Checkbox>{t("customerGroup.rules.on")}</Checkbox>
        </Form.Item>
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
}

/** What follows a breach; the message itself is refused in any case. */
function Consequences({ action }: { action: RuleAction }) {
  const { t } = useText();
  const needed = { required: true, message: t("customerGroup.numberNeeded") };
  return (
    <>
      <Form.Item name="action" label={t("customerGroup.rules.consequence")} extra={t("customerGroup.rules.refused")}>
        <Select options={ACTIONS.map((value) => ({ value, label: t(`customerGroup.rules.choose.${value}`) }))} />
      </Form.Item>
      <div className={css.pair}>
        {action !== "WARN" && (
          <Form.Item name="strikes" label={t("customerGroup.rules.strikes")} rules={[needed]}>
            <InputNumber min={1} max={10} precision={0} />
          </Form.Item>
        )}
        {action === "MUTE" && (
          <Form.Item name="muteMinutes" label={t("customerGroup.rules.muteMinutes")} rules={[needed]}>
            <InputNumber min={1} max={43_200} precision={0} />
          </Form.Item>
        )}
      </div>
    </>
  );
}
