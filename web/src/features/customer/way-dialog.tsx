import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import type { ContactWay, WayContent } from "@/api/customer-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { PeopleField } from "@/ui/people-field";
import css from "./customer.module.css";
import { tagsQuery, useChange } from "./use-customers";

interface Values extends Pick<WayContent, "tags" | "skipVerify" | "exclusive"> {
  title: string;
  remark: string;
  state: string;
  cap: number | null;
  welcome: string;
}

const FRESH: WayContent = {
  people: [],
  slots: [],
  backups: [],
  tags: [],
  needs: [],
  welcome: null,
  skipVerify: true,
  exclusive: false,
};

/** A code: who serves, how many a day, what is said first, which tags are set. What is not asked for here stays as it is. */
export function WayDialog({ edited, onClose }: { edited: ContactWay | null; onClose: () => void }) {
  const { t } = useText();
  const [form] = Form.useForm<Values>();
  const before = edited?.content ?? FRESH;
  const [people, setPeople] = useState(
    edited?.people.filter(({ id }) => before.people.some((each) => each.memberId === id)) ?? [],
  );
  const tags = useQuery(tagsQuery).data?.groups.flatMap((group) => group.tags) ?? [];
  const save = useChange((body: unknown) =>
    edited ? api.put(`/api/contact-ways/${edited.id}`, body) : api.post("/api/contact-ways", body),
  );
  const submit = ({ title, remark, state, cap, welcome, ...values }: Values) => {
    const files = before.welcome?.files ?? [];
    const content: WayContent = {
      ...before,
      ...values,
      people: people.map(({ id }) => ({ memberId: id, cap: cap ?? null })),
      welcome: welcome.trim() === "" && files.length === 0 ? null : { text: welcome, files },
    };
    follow(save.mutateAsync({ title, remark, state, content, days: null, version: edited?.version ?? null }), {
      onSuccess: onClose,
    });
  };
  const values: Values = {
    title: edited?.title ?? "",
    remark: edited?.remark ?? "",
    state: edited?.state ?? "",
    cap: before.people[0]?.cap ?? null,
    welcome: before.welcome?.text ?? "",
    tags: before.tags,
    skipVerify: before.skipVerify,
    exclusive: before.exclusive,
  };
  return (
    <Modal
      open
      title={edited ? t("customer.codes.edit", { name: edited.title }) : t("customer.codes.new")}
      okText={t("customer.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: people.length === 0 }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={values} onFinish={submit}>
        <Form.Item
          name="title"
          label={t("customer.codes.title")}
          extra={t("customer.codes.titleHelp")}
          rules={[{ required: true, whitespace: true, message: t("customer.nameNeeded") }]}
        >
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <div className={css.field}>
          <PeopleField label={t("customer.codes.people")} chosen={people} most={100} onChange={setPeople} />
        </div>
        <Form.Item name="cap" label={t("customer.codes.cap")} extra={t("customer.codes.capHelp")}>
          <InputNumber min={1} max={10_000} />
        </Form.Item>
        <Form.Item name="welcome" label={t("customer.card.welcome")} extra={t("customer.card.welcomeHelp")}>
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
        <Form.Item name="tags" label={t("customer.codes.tags")}>
          <Select
            mode="multiple"
            maxCount={20}
            showSearch={{ optionFilterProp: "label" }}
            notFoundContent={t("customer.tags.none")}
            options={tags.map(({ name }) => ({ value: name, label: name }))}
          />
        </Form.Item>
        <Form.Item name="remark" label={t("customer.codes.remark")}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="state" label={t("customer.codes.state")} extra={t("customer.codes.stateHelp")}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="skipVerify" valuePropName="checked">
          <Checkbox>{t("customer.card.skipVerify")}</Checkbox>
        </Form.Item>
        <Form.Item name="exclusive" valuePropName="checked">
          <Checkbox>{t("customer.codes.exclusive")}</Checkbox>
        </Form.Item>
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
}
