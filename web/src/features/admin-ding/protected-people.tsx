import { PlusOutlined, SafetyOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Form, Modal, Radio } from "antd";
import { useState } from "react";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { FormProblem } from "@/ui/form-problem";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./ding-page.module.css";
import { listHeight } from "./list-height";
import { MODES, type Mode, type ProtectedPerson, protectedQuery, useProtect, useUnprotect } from "./use-ding";

/** People whom only those on their list may DING. */
export function ProtectedPeople() {
  const { t } = useText();
  const [edited, setEdited] = useState<ProtectedPerson | "new" | null>(null);
  const query = useInfiniteQuery(protectedQuery);
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited("new")}>
      {t("dingAdmin.protect")}
    </Button>
  );
  return (
    <>
      <div className={css.partHead}>
        <p className={css.lead}>{t("dingAdmin.protectHelp")}</p>
        {people.length > 0 && add}
      </div>
      <ProblemNote problem={query.error} />
      {query.isPending ? (
        <RowSkeletons count={4} label={t("form.loading")} />
      ) : (
        <div className={css.listCard} style={{ height: listHeight(people.length) }}>
          <EndlessList
            items={people}
            keyOf={({ person }) => person.id}
            rowHeight={64}
            label={t("dingAdmin.tab.people")}
            hasMore={query.hasNextPage}
            loadingMore={query.isFetchingNextPage}
            onEnd={() => void query.fetchNextPage()}
            empty={
              query.isSuccess && (
                <EmptyState
                  icon={<SafetyOutlined />}
                  title={t("dingAdmin.noProtected")}
                  text={t("dingAdmin.noProtectedText")}
                  action={add}
                />
              )
            }
            render={(row) => <PersonRow row={row} onEdit={() => setEdited(row)} />}
          />
        </div>
      )}
      {edited !== null && <ProtectDialog edited={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function PersonRow({ row: { person, mode, senders }, onEdit }: { row: ProtectedPerson; onEdit: () => void }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const remove = useUnprotect();
  const ask = () =>
    modal.confirm({
      title: t("dingAdmin.unprotectTitle", { name: person.name }),
      content: t("dingAdmin.unprotectText"),
      okText: t("dingAdmin.unprotect", { name: person.name }),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(person.id).then(undefined, (error) => void message.error(problemText(t, error))),
    });
  return (
    <div className={css.person}>
      <Avatar person={person} size={36} />
      <span className={css.lines}>
        <span className={css.name}>{person.name}</span>
        <span className={css.quiet}>
          {t(`dingAdmin.mode.${mode}`)} ·{" "}
          {senders.length === 0
            ? t("dingAdmin.noSenders")
            : t("dingAdmin.senders", { names: senders.map(({ name }) => name).join(t("dingAdmin.comma")) })}
        </span>
      </span>
      <Button
        size="small"
        aria-label={t("dingAdmin.named", { act: t("dingAdmin.edit"), name: person.name })}
        onClick={onEdit}
      >
        {t("dingAdmin.edit")}
      </Button>
      <Button
        size="small"
        type="text"
        danger
        aria-label={t("dingAdmin.named", { act: t("dingAdmin.remove"), name: person.name })}
        onClick={ask}
      >
        {t("dingAdmin.remove")}
      </Button>
    </div>
  );
}

interface Values {
  person: number[];
  mode: Mode;
  senderIds: number[];
}

function ProtectDialog({ edited, onClose }: { edited: ProtectedPerson | "new"; onClose: () => void }) {
  const { t } = useText();
  const [form] = Form.useForm<Values>();
  const protect = useProtect();
  const row = edited === "new" ? null : edited;
  const submit = ({ person, mode, senderIds }: Values) => {
    const memberId = row?.person.id ?? person?.[0];
    if (memberId !== undefined)
      follow(protect.mutateAsync({ memberId, mode, senderIds: senderIds ?? [] }), { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={row ? t("dingAdmin.editProtected", { name: row.person.name }) : t("dingAdmin.protect")}
      okText={t("form.save")}
      cancelText={t("form.cancel")}
      confirmLoading={protect.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="protect"
        layout="vertical"
        requiredMark={false}
        initialValues={{ mode: row?.mode ?? "APP_ONLY", senderIds: row?.senders.map(({ id }) => id) ?? [] }}
        onFinish={submit}
      >
        {!row && (
          <Form.Item
            name="person"
            label={t("dingAdmin.whom")}
            rules={[{ required: true, type: "array", min: 1, message: t("dingAdmin.whomNeeded") }]}
          >
            <PersonPicker single />
          </Form.Item>
        )}
        <Form.Item name="mode" label={t("dingAdmin.others")}>
          <Radio.Group
            className={css.radios}
            options={MODES.map((value) => ({ value, label: t(`dingAdmin.modeLong.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="senderIds" label={t("dingAdmin.whiteList")} extra={t("dingAdmin.whiteListHelp")}>
          <PersonPicker known={row?.senders} />
        </Form.Item>
        <FormProblem error={protect.error} fields={{ "dingrule.unknown_selection": "senderIds" }} />
      </Form>
    </Modal>
  );
}
