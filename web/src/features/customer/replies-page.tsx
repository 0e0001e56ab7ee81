import { EditOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import type { CannedReply } from "@/api/customer-types";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { EmptyState } from "@/ui/empty-state";
import { FormProblem } from "@/ui/form-problem";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import css from "./customer.module.css";
import { PageFrame } from "./page-frame";
import { RemoveButton } from "./remove-button";
import { repliesQuery, useChange } from "./use-customers";

/** Answers that are written again and again: one's own, and the team's. */
export function RepliesPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(repliesQuery);
  const [edited, setEdited] = useState<CannedReply | "new" | null>(null);
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited("new")}>
      {t("customer.replies.new")}
    </Button>
  );
  return (
    <PageFrame
      title={t("customer.places.replies")}
      lead={t("customer.replies.lead")}
      actions={create}
      problem={error}
      pending={isPending}
    >
      {data?.map((reply) => (
        <Reply key={reply.id} reply={reply} onEdit={() => setEdited(reply)} />
      ))}
      {data?.length === 0 && (
        <EmptyState title={t("customer.replies.empty")} text={t("customer.replies.emptyText")} action={create} />
      )}
      {edited !== null && <ReplyDialog edited={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </PageFrame>
  );
}

function Reply({ reply, onEdit }: { reply: CannedReply; onEdit: () => void }) {
  const { t } = useText();
  const admin = isAdmin(useSession().grants);
  const remove = useChange((id: number) => api.delete(`/api/canned-replies/${id}`));
  return (
    <section className={css.card} aria-label={reply.title}>
      <div className={css.rowLine}>
        <h2 className={`${css.partTitle} ${css.grow}`}>{reply.title}</h2>
        {reply.team && <StateTag tone="quiet">{t("customer.replies.team")}</StateTag>}
        {(!reply.team || admin) && (
          <>
            <IconButton
              size="small"
              icon={<EditOutlined />}
              label={t("customer.replies.edit", { name: reply.title })}
              onClick={onEdit}
            />
            <RemoveButton
              label={t("customer.replies.remove", { name: reply.title })}
              onRemove={() => remove.mutate(reply.id)}
            />
          </>
        )}
      </div>
      <p className={css.eventText}>{reply.text}</p>
      <ProblemNote problem={remove.error} />
    </section>
  );
}

function ReplyDialog({ edited, onClose }: { edited: CannedReply | null; onClose: () => void }) {
  const { t } = useText();
  const admin = isAdmin(useSession().grants);
  const [form] = Form.useForm<Omit<CannedReply, "id">>();
  const save = useChange((body: Omit<CannedReply, "id">) =>
    edited ? api.put(`/api/canned-replies/${edited.id}`, body) : api.post("/api/canned-replies", body),
  );
  const needed = [{ required: true, whitespace: true, message: t("customer.nameNeeded") }];
  return (
    <Modal
      open
      title={edited ? t("customer.replies.edit", { name: edited.title }) : t("customer.replies.new")}
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
        initialValues={edited ?? { title: "", text: "", team: false }}
        onFinish={(body) =>
          follow(save.mutateAsync({ ...body, team: body.team ?? edited?.team ?? false }), { onSuccess: onClose })
        }
      >
        <Form.Item name="title" label={t("customer.replies.title")} rules={needed}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="text" label={t("customer.replies.text")} rules={needed}>
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
        {admin && !edited && (
          <Form.Item name="team" valuePropName="checked">
            <Checkbox>{t("customer.replies.forTeam")}</Checkbox>
          </Form.Item>
        )}
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
}
