import { App, Button, Checkbox, Form, Input, Switch } from "antd";
import { useId } from "react";
import type { CustomerGroup } from "@/api/customer-group-types";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { FormProblem } from "@/ui/form-problem";
import { ProblemNote } from "@/ui/problem-note";
import css from "./group.module.css";
import { OwnerPart } from "./owner-part";
import { useChange, useSaveSettings } from "./use-groups";

/** What the group is called and told, who may speak and rename, and its end. */
export function NoticePart({ group }: { group: CustomerGroup }) {
  const { t } = useText();
  return (
    <div className={css.rows}>
      <TitleForm key={`title-${group.title}`} group={group} />
      <NoticeForm key={`notice-${group.noticeAt}`} group={group} />
      <section className={css.card} aria-label={t("customerGroup.notice.rules")}>
        <h2 className={css.partTitle}>{t("customerGroup.notice.rules")}</h2>
        <Rule group={group} name="mutedAll" />
        <Rule group={group} name="nameLocked" />
      </section>
      {group.mayOwn && <OwnerPart group={group} />}
    </div>
  );
}

function TitleForm({ group }: { group: CustomerGroup }) {
  const { t } = useText();
  const { message } = App.useApp();
  const save = useChange((body: { title: string }) => api.put(`/api/customer-groups/${group.id}/title`, body));
  return (
    <section className={css.card} aria-label={t("customerGroup.notice.title")}>
      <Form
        layout="vertical"
        requiredMark={false}
        disabled={!group.mayRename}
        initialValues={{ title: group.title }}
        onFinish={({ title }) =>
          follow(save.mutateAsync({ title: title.trim() }), {
            onSuccess: () => void message.success(t("customerGroup.saved")),
          })
        }
      >
        <Form.Item
          name="title"
          label={t("customerGroup.notice.title")}
          extra={!group.mayRename && t("customerGroup.notice.titleLocked")}
          rules={[{ required: true, whitespace: true, message: t("customerGroup.nameNeeded") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <FormProblem error={save.error} />
        {group.mayRename && (
          <Button htmlType="submit" loading={save.isPending}>
            {t("customerGroup.save")}
          </Button>
        )}
      </Form>
    </section>
  );
}

function NoticeForm({ group }: { group: CustomerGroup }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const { notice, noticeBy, noticeAt, mayManage } = group;
  const save = useChange((body: { text: string; announce: boolean }) =>
    api.put(`/api/customer-groups/${group.id}/notice`, body),
  );
  return (
    <section className={css.card} aria-label={t("customerGroup.notice.text")}>
      <Form
        layout="vertical"
        requiredMark={false}
        disabled={!mayManage}
        initialValues={{ text: notice, announce: true }}
        onFinish={({ text, announce }) =>
          follow(save.mutateAsync({ text, announce: announce && text.trim() !== "" }), {
            onSuccess: () => void message.success(t("customerGroup.saved")),
          })
        }
      >
        <Form.Item
          name="text"
          label={t("customerGroup.notice.text")}
          extra={
            noticeBy &&
            noticeAt &&
            t("customerGroup.notice.by", { name: nameOf(noticeBy), date: dayAndClock(noticeAt, locale) })
          }
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={2000} showCount={mayManage} />
        </Form.Item>
        <Form.Item name="announce" valuePropName="checked">
          <Checkbox>{t("customerGroup.notice.announce")}</Checkbox>
        </Form.Item>
        <FormProblem error={save.error} />
        {mayManage && (
          <Button htmlType="submit" loading={save.isPending}>
            {t("customerGroup.notice.publish")}
          </Button>
        )}
      </Form>
    </section>
  );
}

function Rule({ group, name }: { group: CustomerGroup; name: "mutedAll" | "nameLocked" }) {
  const { t } = useText();
  const id = useId();
  const save = useSaveSettings(group);
  return (
    <div>
      <div className={css.switch}>
        <label htmlFor={id}>{t(`customerGroup.notice.${name}`)}</label>
        <Switch
          id={id}
          checked={group[name]}
          disabled={!group.mayManage}
          loading={save.isPending}
          onChange={(on) => follow(save.mutateAsync({ [name]: on }), {})}
        />
      </div>
      <p className={css.small}>{t(`customerGroup.notice.${name}Help`)}</p>
      <ProblemNote problem={save.error} />
    </div>
  );
}
