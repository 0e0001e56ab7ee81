import { Checkbox, DatePicker, Form, Input, InputNumber, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import type { GroupCode, GroupCodeBody } from "@/api/customer-group-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { GroupsField } from "./groups-field";
import { useChange } from "./use-groups";

interface Values extends Pick<GroupCodeBody, "title" | "remark" | "state" | "autoCreate" | "baseName" | "autoMost"> {
  nextNumber: number;
  tags: string[];
  endsAt: Dayjs | null;
}

const MOST_GROUPS = 5;

function valuesOf(code: GroupCode | null): Values {
  return {
    title: code?.title ?? "",
    remark: code?.remark ?? "",
    state: code?.state ?? "",
    autoCreate: code?.autoCreate ?? true,
    baseName: code?.baseName ?? "",
    nextNumber: code?.nextNumber ?? 2,
    autoMost: code?.autoMost ?? 10,
    tags: code?.tags ?? [],
    endsAt: code?.endsAt ? dayjs(code.endsAt) : null,
  };
}

/** A join code: which groups it leads to, and what happens when they are full. */
export function CodeDialog({ edited, onClose }: { edited: GroupCode | null; onClose: () => void }) {
  const { t } = useText();
  const [form] = Form.useForm<Values>();
  const [groups, setGroups] = useState(edited?.groups.filter(({ auto }) => !auto) ?? []);
  const auto = Form.useWatch("autoCreate", form) ?? edited?.autoCreate ?? true;
  const save = useChange((body: GroupCodeBody) =>
    edited ? api.put(`/api/customer-group-codes/${edited.id}`, body) : api.post("/api/customer-group-codes", body),
  );
  const submit = (values: Values) =>
    follow(
      save.mutateAsync({
        ...valuesOf(edited),
        ...values,
        endsAt: values.endsAt?.toISOString() ?? null,
        groupIds: groups.map(({ id }) => id),
        version: edited?.version ?? null,
      }),
      { onSuccess: onClose },
    );
  const number = { required: true, message: t("customerGroup.numberNeeded") };
  const needed = { required: true, whitespace: true, message: t("customerGroup.nameNeeded") };
  return (
    <Modal
      open
      title={edited ? t("customerGroup.codes.edit", { name: edited.title }) : t("customerGroup.codes.new")}
      okText={t("customerGroup.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: groups.length === 0 }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={valuesOf(edited)} onFinish={submit}>
        <Form.Item name="title" label={t("customerGroup.codes.title")} rules={[needed]}>
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <Form.Item
          label={t("customerGroup.codes.groups")}
          htmlFor="code-groups"
          extra={t("customerGroup.codes.groupsHelp")}
        >
          <GroupsField
            id="code-groups"
            chosen={groups}
            most={MOST_GROUPS}
            placeholder={t("customerGroup.codes.groupsPlaceholder")}
            onChange={(chosen) => setGroups(chosen as typeof groups)}
          />
        </Form.Item>
        <Form.Item name="autoCreate" valuePropName="checked" extra={t("customerGroup.codes.autoHelp")}>
          <Checkbox>{t("customerGroup.codes.autoCreate")}</Checkbox>
        </Form.Item>
        {auto && (
          <>
            <Form.Item name="baseName" label={t("customerGroup.codes.baseName")} rules={[needed]}>
              <Input maxLength={50} />
            </Form.Item>
            <Form.Item name="nextNumber" label={t("customerGroup.codes.nextNumber")} rules={[number]}>
              <InputNumber min={1} max={100_000} precision={0} />
            </Form.Item>
            <Form.Item name="autoMost" label={t("customerGroup.codes.autoMost")} rules={[number]}>
              <InputNumber min={1} max={100} precision={0} />
            </Form.Item>
          </>
        )}
        <Form.Item name="tags" label={t("customerGroup.codes.tags")} extra={t("customerGroup.codes.tagsHelp")}>
          <Select mode="tags" open={false} suffix={null} maxCount={20} />
        </Form.Item>
        <Form.Item name="endsAt" label={t("customerGroup.codes.endsAt")}>
          <DatePicker showTime={{ format: "HH:mm" }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
        <Form.Item name="remark" label={t("customerGroup.codes.remark")}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="state" label={t("customerGroup.codes.state")} extra={t("customerGroup.codes.stateHelp")}>
          <Input maxLength={30} />
        </Form.Item>
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
}
