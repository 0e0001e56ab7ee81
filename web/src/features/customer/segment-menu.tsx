import { DownOutlined, EditOutlined, SaveOutlined } from "@ant-design/icons";
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
import { IconButton } from "@/ui/icon-button";
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
  const [kept, setKept] = useState<Segment | "new" | null>(null);
  const segments = useQuery(segmentsQuery).data ?? [];
  const shown = segments.find((segment) => sameView(segment, view));
  const narrows = filterText(view.filter) !== undefined;
  const choose = (next: View) => {
    onView({ scope: next.scope, order: next.order, filter: next.filter });
    setOpen(false);
  };
  const change = (segment: Segment) => {
    setKept(segment);
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
              <SegmentRow
                key={segment.id}
                segment={segment}
                counted={open}
                onChoose={() => choose(segment)}
                onChange={() => change(segment)}
              />
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
        <Button icon={<SaveOutlined />} onClick={() => setKept("new")}>
          {t("customer.segments.save")}
        </Button>
      )}
      {kept === "new" && <NewSegment view={view} onClose={() => setKept(null)} />}
      {kept !== null && kept !== "new" && <ChangedSegment segment={kept} view={view} onClose={() => setKept(null)} />}
    </>
  );
}

interface RowProps {
  segment: Segment;
  counted: boolean;
  onChoose: () => void;
  onChange: () => void;
}

function SegmentRow({ segment, counted, onChoose, onChange }: RowProps) {
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
        <>
          <IconButton
            size="small"
            icon={<EditOutlined />}
            label={t("customer.segments.change", { name: segment.name })}
            onClick={onChange}
          />
          <RemoveButton
            label={t("customer.segments.remove", { name: segment.name })}
            onRemove={() => remove.mutate(segment.id)}
          />
        </>
      )}
      <ProblemNote problem={remove.error} />
    </div>
  );
}

const bodyOf = ({ scope, order, filter }: View) => ({ scope, order, filter: tidy(filter) });

function NewSegment({ view, onClose }: { view: View; onClose: () => void }) {
  const { t } = useText();
  const admin = isAdmin(useSession().grants);
  const save = useChange(({ name, extra }: Named) =>
    api.post<Segment>("/api/customer-segments", { ...bodyOf(view), name, company: extra ?? false }),
  );
  return (
    <SegmentDialog
      title={t("customer.segments.save")}
      extra={admin ? t("customer.segments.forAll") : null}
      save={save}
      onClose={onClose}
    />
  );
}

/** Another name; and what is shown now instead of what it kept. */
function ChangedSegment({ segment, view, onClose }: { segment: Segment; view: View; onClose: () => void }) {
  const { t } = useText();
  const save = useChange(({ name, extra }: Named) =>
    api.put<Segment>(`/api/customer-segments/${segment.id}`, {
      ...bodyOf(extra ? view : segment),
      name,
      company: segment.company,
    }),
  );
  return (
    <SegmentDialog
      title={t("customer.segments.change", { name: segment.name })}
      name={segment.name}
      extra={sameView(segment, view) ? null : t("customer.segments.now")}
      save={save}
      onClose={onClose}
    />
  );
}

interface Named {
  name: string;
  extra?: boolean;
}

interface DialogProps {
  title: string;
  name?: string;
  /** What can be ticked besides; null: nothing. */
  extra: string | null;
  save: { mutateAsync: (named: Named) => Promise<unknown>; isPending: boolean; error: Error | null };
  onClose: () => void;
}

function SegmentDialog({ title, name, extra, save, onClose }: DialogProps) {
  const { t } = useText();
  const [form] = Form.useForm<Named>();
  return (
    <Modal
      open
      title={title}
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
        initialValues={{ name }}
        onFinish={(named) => {
          if (save.isPending) return; // Enter in the field, twice
          follow(save.mutateAsync(named), { onSuccess: onClose });
        }}
      >
        <Form.Item
          name="name"
          label={t("customer.segments.name")}
          rules={[{ required: true, whitespace: true, message: t("customer.nameNeeded") }]}
        >
          <Input maxLength={30} autoFocus />
        </Form.Item>
        {extra !== null && (
          <Form.Item name="extra" valuePropName="checked">
            <Checkbox>{extra}</Checkbox>
          </Form.Item>
        )}
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
}
