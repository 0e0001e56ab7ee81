import { DownOutlined, SaveOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Form, Input, Modal, Popover } from "antd";
import { useState } from "react";
import type { Segment } from "@/api/customer-types";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { FormProblem } from "@/ui/form-problem";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { FIRST_VIEW, filterText, sameView, tidy, type View } from "./filter";
import { RemoveButton } from "./remove-button";
import { countQuery, segmentsQuery, useChange } from "./use-customers";

interface Props {
  view: View;
  onView: (view: View) => void;
}

/** Filters with a name, and keeping the one that is shown. */
export function SegmentMenu({ view, onView }: Props) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const segments = useQuery(segmentsQuery).data ?? [];
  const shown = segments.find((segment) => sameView(segment, view));
  const narrows = filterText(view.filter) !== undefined;
  const choose = (next: View) => {
    onView({ scope: next.scope, order: next.order, filter: next.filter });
    setOpen(false);
  };
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        content={
          <div className={css.popover}>
            <button type="button" className={css.segment} onClick={() => choose(FIRST_VIEW)}>
              {t("customer.segments.everybody")}
            </button>
            {segments.map((segment) => (
              <SegmentRow key={segment.id} segment={segment} counted={open} onChoose={() => choose(segment)} />
            ))}
            {segments.length === 0 && <p className={css.quiet}>{t("customer.segments.none")}</p>}
          </div>
        }
      >
        <Button>
          {shown ? shown.name : t("customer.segments.title")} <DownOutlined aria-hidden />
        </Button>
      </Popover>
      {narrows && !shown && (
        <Button icon={<SaveOutlined />} onClick={() => setSaving(true)}>
          {t("customer.segments.save")}
        </Button>
      )}
      {saving && <SegmentDialog view={view} onClose={() => setSaving(false)} />}
    </>
  );
}

interface RowProps {
  segment: Segment;
  counted: boolean;
  onChoose: () => void;
}

function SegmentRow({ segment, counted, onChoose }: RowProps) {
  const { t } = useText();
  const admin = isAdmin(useSession().grants);
  const count = useQuery({ ...countQuery(segment), enabled: counted, retry: false }).data?.count;
  const remove = useChange((id: number) => api.delete(`/api/customer-segments/${id}`));
  return (
    <div className={css.segmentRow}>
      <button type="button" className={css.segment} onClick={onChoose}>
        <span className={css.segmentName}>{segment.name}</span>
        {segment.company && <span className={css.quiet}>{t("customer.segments.company")}</span>}
        <span className={css.number}>{count ?? ""}</span>
      </button>
      {(segment.mine || admin) && (
        <RemoveButton
          label={t("customer.segments.remove", { name: segment.name })}
          onRemove={() => remove.mutate(segment.id)}
        />
      )}
      <ProblemNote problem={remove.error} />
    </div>
  );
}

function SegmentDialog({ view, onClose }: { view: View; onClose: () => void }) {
  const { t } = useText();
  const [form] = Form.useForm<{ name: string; company?: boolean }>();
  const admin = isAdmin(useSession().grants);
  const save = useChange((body: { name: string; company: boolean }) =>
    api.post<Segment>("/api/customer-segments", {
      ...body,
      scope: view.scope,
      order: view.order,
      filter: tidy(view.filter),
    }),
  );
  return (
    <Modal
      open
      title={t("customer.segments.save")}
      okText={t("customer.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ name, company }) => {
          if (save.isPending) return; // Enter in the field, twice
          follow(save.mutateAsync({ name, company: company ?? false }), { onSuccess: onClose });
        }}
      >
        <Form.Item
          name="name"
          label={t("customer.segments.name")}
          rules={[{ required: true, whitespace: true, message: t("customer.nameNeeded") }]}
        >
          <Input maxLength={30} autoFocus />
        </Form.Item>
        {admin && (
          <Form.Item name="company" valuePropName="checked">
            <Checkbox>{t("customer.segments.forAll")}</Checkbox>
          </Form.Item>
        )}
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
}
